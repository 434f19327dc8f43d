package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.type.NumberRun;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The codec {@code bytes}, bound: blocks hold their elements as it does, but for the byte order.
 */
final class BytesCodec implements ArrayToBytesCodec {
  private final int size;
  private final List<NumberRun> swapped;

  /**
   * A bound codec.
   *
   * @param size bytes of a chunk
   * @param swapped the numbers of an element whose bytes change their order; empty if none do
   */
  BytesCodec(int size, List<NumberRun> swapped) {
    this.size = size;
    this.swapped = swapped;
  }

  /** Whether the encoded chunk is just what the block holds. */
  boolean isPlain() {
    return swapped.isEmpty();
  }

  @Override
  public long maxEncodedSize() {
    return size;
  }

  @Override
  public boolean isFixedSize() {
    return true;
  }

  @Override
  public Coder newCoder() {
    return new BytesCoder();
  }

  private final class BytesCoder implements Coder {
    @Override
    public void encode(Block decoded, OutputBuffer encoded) {
      BitsBlock block = (BitsBlock) decoded;
      byte[] target = encoded.reserve(size);
      ByteSwap.elements(block.bytes(), 0, target, encoded.position(), size, swapped);
      encoded.advance(size);
    }

    @Override
    public void decode(ByteBuffer encoded, Block decoded) {
      int from = encoded.arrayOffset() + encoded.position();
      ByteSwap.elements(encoded.array(), from, ((BitsBlock) decoded).bytes(), 0, size, swapped);
    }
  }
}
