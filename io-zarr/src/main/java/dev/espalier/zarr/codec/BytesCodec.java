package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import java.nio.ByteBuffer;

/**
 * The codec {@code bytes}, bound: blocks hold their elements as it does, but for the byte order.
 */
final class BytesCodec implements ArrayToBytesCodec {
  private final int size;
  private final int swapped;

  /**
   * A bound codec.
   *
   * @param size bytes of a chunk
   * @param swapped how many bytes at a time change their order; 1 for none
   */
  BytesCodec(int size, int swapped) {
    this.size = size;
    this.swapped = swapped;
  }

  /** Whether the encoded chunk is just what the block holds. */
  boolean isPlain() {
    return swapped == 1;
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
      ByteSwap.copy(block.bytes(), 0, target, encoded.position(), size, swapped);
      encoded.advance(size);
    }

    @Override
    public void decode(ByteBuffer encoded, Block decoded) {
      int from = encoded.arrayOffset() + encoded.position();
      ByteSwap.copy(encoded.array(), from, ((BitsBlock) decoded).bytes(), 0, size, swapped);
    }
  }
}
