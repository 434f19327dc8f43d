package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs from bytes to bytes of a pipeline at work, with the buffers between them. */
final class ByteChain implements AutoCloseable {
  /** Memory outside the heap is not given back soon, so that more than this is not taken. */
  private static final int MOST_OUTSIDE = 8 << 20;

  private final CodecPipeline pipeline;
  private final List<CodecPipeline.ByteStep> steps;
  private final List<BytesToBytesCoder> coders;

  /** Codecs read from one and write to the other. */
  private final OutputBuffer even = OutputBuffer.growing();

  private final OutputBuffer odd = OutputBuffer.growing();

  /** Whether what is read can stay outside the heap, where files are read to without a copy. */
  private final boolean direct;

  private @Nullable ByteBuffer outside;

  ByteChain(CodecPipeline pipeline) {
    this.pipeline = pipeline;
    this.steps = pipeline.byteSteps();
    this.coders = steps.stream().map(step -> step.codec().newCoder()).toList();
    this.direct = !coders.isEmpty() && coders.get(coders.size() - 1).takesDirectBuffers();
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

  /** Decodes bytes with all codecs; backed by an array, and valid until the next call. */
  ByteBuffer decode(ByteSource encoded) {
    return decode(read(encoded, direct));
  }

  /** The same, maybe outside the heap. */
  ByteBuffer decodeAnywhere(ByteSource encoded) {
    return decode(read(encoded, direct || coders.isEmpty()));
  }

  private ByteBuffer decode(ByteBuffer encoded) {
    ByteBuffer bytes = encoded;
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
    ByteBuffer bytes = read(encoded, direct);
    for (int i = coders.size() - 1; i > 0; i--) {
      OutputBuffer target = buffer(i);
      target.clear(steps.get(i).decoded().max());
      bytes = decode(i, bytes, target);
    }
    decode(0, bytes, OutputBuffer.over(into.bytes(), 0, into.length()));
  }

  /** How many bytes of buffers are held between calls. */
  long memory() {
    long outsideTheHeap = outside == null ? 0 : outside.capacity();
    long bytes = even.memory() + odd.memory() + outsideTheHeap;
    for (BytesToBytesCoder coder : coders) {
      bytes += coder.memory();
    }
    return bytes;
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

  private ByteBuffer readOutside(ByteSource encoded) {
    int size = Math.toIntExact(encoded.size());
    ByteBuffer target = outside;
    if (target == null || target.capacity() < size) {
      outside = null; // before more is taken, so that both need not be held
      target = ByteBuffer.allocateDirect(size);
      outside = target;
    }
    target.clear().limit(size);
    encoded.read(0, target);
    return target.flip();
  }

  private ByteBuffer read(ByteSource encoded, boolean outsideTheHeap) {
    checkSize(encoded);
    if (outsideTheHeap && encoded.size() <= MOST_OUTSIDE) {
      return readOutside(encoded);
    }
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
