package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;

/** Writes and reads frames of Blosc, with buffers and compressors that are kept. */
final class BloscCoder implements BytesToBytesCoder {
  /** What the library writes of no bytes at all: a header, and nothing behind it. */
  private static final byte[] EMPTY = {2, 1, 0x33, 1, 0, 0, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0};

  /** Less is not worth compressing, and other readers expect it to be copied. */
  private static final int LEAST = 128;

  private final BloscCodec codec;
  private final Map<Compressor, BlockCompressor> compressors = new EnumMap<>(Compressor.class);
  private final BlockReader reader = new BlockReader(this::compressor);
  private final BitShuffle bits = new BitShuffle();
  private byte[] sorted = {};

  BloscCoder(BloscCodec codec) {
    this.codec = codec;
  }

  @Override
  public boolean takesDirectBuffers() {
    return true;
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    int size = decoded.remaining();
    if (size == 0) {
      encoded.put(ByteBuffer.wrap(EMPTY));
      return;
    }
    if (size > Integer.MAX_VALUE - BloscHeader.LENGTH) {
      throw new UnsupportedException("more than 2 GiB of bytes in one piece; use smaller chunks");
    }
    if (size < LEAST || codec.level() == 0 || !compress(decoded, encoded)) {
      copy(decoded, encoded);
    }
  }

  /** Appends a frame that is smaller than its content; nothing if that is not possible. */
  private boolean compress(ByteBuffer decoded, OutputBuffer encoded) {
    int size = decoded.remaining();
    BlockLayout layout = BlockLayout.of(size, codec);
    BlockCompressor compressor = compressor(codec.compressor());
    int starts = BloscHeader.LENGTH + layout.count() * Integer.BYTES;
    int begin = encoded.position();
    // A block that does not become fewer bytes may take more than all blocks together may.
    long room = (long) starts + size + compressor.bound(layout.size()) + Integer.BYTES;
    byte[] frame = encoded.reserve(room);
    ByteBuffer out =
        ByteBuffer.wrap(frame, begin, (int) room).slice().order(ByteOrder.LITTLE_ENDIAN);
    byte[] source = decoded.array();
    int from = decoded.arrayOffset() + decoded.position();
    int at = starts;
    for (int block = 0; block < layout.count(); block++) {
      int length = layout.length(block);
      if (at > size) {
        return false;
      }
      out.putInt(BloscHeader.LENGTH + block * Integer.BYTES, at);
      byte[] plain = source;
      int start = from + block * layout.size();
      if (codec.sorts()) {
        plain = sorted(layout.size());
        codec.shuffle().sort(source, start, plain, 0, length, codec.typeSize(), bits);
        start = 0;
      }
      int body = at + Integer.BYTES;
      int count = compressor.compress(plain, start, length, frame, begin + body);
      if (count == BlockCompressor.NOT_FEWER) {
        count = length;
        System.arraycopy(plain, start, frame, begin + body, length);
      }
      out.putInt(at, count);
      at = body + count;
    }
    if (at >= size + BloscHeader.LENGTH) {
      return false;
    }
    new BloscHeader(codec.flags(), codec.typeSize(), size, layout.size(), at).write(out);
    encoded.advance(at);
    return true;
  }

  private void copy(ByteBuffer decoded, OutputBuffer encoded) {
    int size = decoded.remaining();
    int flags = codec.flags() | BloscHeader.COPIED;
    ByteBuffer header = ByteBuffer.allocate(BloscHeader.LENGTH);
    new BloscHeader(flags, codec.typeSize(), size, size, size + BloscHeader.LENGTH).write(header);
    encoded.put(header.flip());
    encoded.put(decoded.duplicate());
  }

  @Override
  public void decode(ByteBuffer encoded, OutputBuffer decoded) {
    BloscHeader header = BloscHeader.read(encoded, decoded.room());
    if (header.contentSize() == 0) {
      return;
    }
    byte[] target = decoded.reserve(header.contentSize());
    ByteBuffer frame = encoded.slice().limit(header.size()).order(ByteOrder.LITTLE_ENDIAN);
    if (header.isCopied()) {
      frame.get(BloscHeader.LENGTH, target, decoded.position(), header.contentSize());
    } else {
      reader.read(frame, header, target, decoded.position());
    }
    decoded.advance(header.contentSize());
  }

  private BlockCompressor compressor(Compressor wanted) {
    return compressors.computeIfAbsent(wanted, c -> c.blocks(Math.max(codec.level(), 1)));
  }

  private byte[] sorted(int size) {
    if (sorted.length < size) {
      sorted = new byte[size];
    }
    return sorted;
  }

  @Override
  public long memory() {
    return sorted.length + bits.memory() + reader.memory();
  }

  @Override
  public void close() {
    compressors.values().forEach(BlockCompressor::close);
  }
}
