package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.List;

/** The codecs from bytes to bytes of a pipeline at work, with the buffers between them. */
final class ByteChain implements AutoCloseable {
  private final CodecPipeline pipeline;
  private final List<CodecPipeline.ByteStep> steps;
  private final List<BytesToBytesCoder> coders;

  /** Codecs read from one and write to the other. */
  private final OutputBuffer even = OutputBuffer.growing();

  private final OutputBuffer odd = OutputBuffer.growing();

  ByteChain(CodecPipeline pipeline) {
    this.pipeline = pipeline;
    this.steps = pipeline.byteSteps();
    this.coders = steps.stream().map(step -> step.codec().newCoder()).toList();
  }

  /** Encodes bytes with all codecs, of which there is at least one. */
  void encode(ByteBuffer decoded, OutputBuffer into) {
    ByteBuffer bytes = decoded;
    for (int i = 0; i < coders.size(); i++) {
      OutputBuffer target = into;
      if (i < coders.size() - 1) {
        target = buffer(i);
        target.clear(Long.MAX_VALUE);
      }
      coders.get(i).encode(bytes, target);
      bytes = target.written();
    }
  }

  /** Decodes bytes with all codecs; valid until the next call. */
  ByteBuffer decode(ByteSource encoded) {
    ByteBuffer bytes = read(encoded);
    for (int i = coders.size() - 1; i >= 0; i--) {
      OutputBuffer target = buffer(i);
      target.clear(steps.get(i).decoded().max());
      bytes = decode(i, bytes, target);
    }
    return bytes;
  }

  /** Decodes bytes with all codecs straight into a block that takes them as they are. */
  void decode(ByteSource encoded, BitsBlock into) {
    if (coders.isEmpty()) {
      checkSize(encoded);
      encoded.read(0, ByteBuffer.wrap(into.bytes(), 0, into.length()));
      return;
    }
    ByteBuffer bytes = read(encoded);
    for (int i = coders.size() - 1; i > 0; i--) {
      OutputBuffer target = buffer(i);
      target.clear(steps.get(i).decoded().max());
      bytes = decode(i, bytes, target);
    }
    decode(0, bytes, OutputBuffer.over(into.bytes(), 0, into.length()));
  }

  @Override
  public void close() {
    coders.forEach(BytesToBytesCoder::close);
  }

  /** Says which codec it was. */
  static CorruptException found(String codec, CorruptException e) {
    return new CorruptException("codec " + codec + ": " + e.getMessage(), e);
  }

  private ByteBuffer decode(int step, ByteBuffer bytes, OutputBuffer target) {
    CodecPipeline.ByteStep codec = steps.get(step);
    try {
      coders.get(step).decode(bytes, target);
      codec.decoded().check("decoded", target.size());
    } catch (CorruptException e) {
      throw found(codec.name(), e);
    }
    return target.written();
  }

  private ByteBuffer read(ByteSource encoded) {
    checkSize(encoded);
    OutputBuffer target = buffer(coders.size());
    target.clear(Long.MAX_VALUE);
    byte[] array = target.reserve(encoded.size());
    int size = (int) encoded.size();
    encoded.read(0, ByteBuffer.wrap(array, 0, size));
    target.advance(size);
    return target.written();
  }

  /** Refuses a number of encoded bytes that is not possible. */
  void checkSize(ByteSource encoded) {
    pipeline.encodedSize().check("encoded chunk", encoded.size());
  }

  private OutputBuffer buffer(int step) {
    return step % 2 == 0 ? even : odd;
  }
}
