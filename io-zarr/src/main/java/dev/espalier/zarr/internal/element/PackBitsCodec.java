package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.zarr.codec.ArrayToBytesCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.internal.number.IntegerType;
import java.nio.ByteBuffer;

/** The codec {@code packbits}, bound. */
final class PackBitsCodec implements ArrayToBytesCodec {
  private static final int PIECE = 1024;

  private final IntegerType numbers;
  private final int count;
  private final int first;
  private final int width;
  private final boolean signed;
  private final boolean truth;
  private final Padding padding;
  private final int size;
  private final int unused;

  /** Whether, and where, the number of bits that were added is told. */
  enum Padding {
    /** Nowhere. */
    NONE("none"),
    /** In a byte in front of all others. */
    FIRST_BYTE("first_byte"),
    /** In a byte behind all others. */
    LAST_BYTE("last_byte");

    private final String word;

    Padding(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * A bound codec.
   *
   * @param number what the elements consist of
   * @param first the first bit that is kept of each number, counted from the least significant one
   * @param width how many bits are kept
   */
  PackBitsCodec(
      ChunkRepresentation chunk, PackedNumber number, int first, int width, Padding padding) {
    this.numbers = IntegerType.ofBits(chunk.type(), number.size());
    this.count = BitsBlock.byteLength(chunk.type(), chunk.shape()) / number.size();
    this.first = first;
    this.width = width;
    this.signed = number.signed();
    this.truth = number.truth();
    this.padding = padding;
    long bits = (long) count * width;
    this.size = (int) ((bits + Byte.SIZE - 1) / Byte.SIZE);
    this.unused = (int) ((long) size * Byte.SIZE - bits);
  }

  @Override
  public long maxEncodedSize() {
    return padding == Padding.NONE ? size : size + 1L;
  }

  @Override
  public boolean isFixedSize() {
    return true;
  }

  @Override
  public Coder newCoder() {
    return new PackBitsCoder();
  }

  private final class PackBitsCoder implements Coder {
    private final long[] piece = new long[Math.min(count, PIECE)];

    @Override
    public void encode(Block decoded, OutputBuffer encoded) {
      byte[] target = encoded.reserve(maxEncodedSize());
      int at = encoded.position();
      if (padding == Padding.FIRST_BYTE) {
        target[at++] = (byte) unused;
      }
      BitWriter writer = new BitWriter(target, at);
      byte[] source = ((BitsBlock) decoded).bytes();
      long mask = -1L >>> (Long.SIZE - width);
      for (int done = 0; done < count; done += PIECE) {
        int length = Math.min(PIECE, count - done);
        numbers.read(source, done, piece, length);
        for (int i = 0; i < length; i++) {
          long bits = truth && piece[i] != 0 ? 1 : piece[i];
          writer.put((bits >>> first) & mask, width);
        }
      }
      writer.finish();
      if (padding == Padding.LAST_BYTE) {
        target[at + size] = (byte) unused;
      }
      encoded.advance((int) maxEncodedSize());
    }

    @Override
    public void decode(ByteBuffer encoded, Block decoded) {
      byte[] source = encoded.array();
      int at = encoded.arrayOffset() + encoded.position();
      if (padding == Padding.FIRST_BYTE) {
        checkPadding(source[at++]);
      }
      if (padding == Padding.LAST_BYTE) {
        checkPadding(source[at + size]);
      }
      BitReader reader = new BitReader(source, at);
      byte[] target = ((BitsBlock) decoded).bytes();
      int above = Long.SIZE - width;
      for (int done = 0; done < count; done += PIECE) {
        int length = Math.min(PIECE, count - done);
        for (int i = 0; i < length; i++) {
          long bits = reader.get(width);
          piece[i] = (signed ? (bits << above) >> above : bits) << first;
        }
        numbers.write(piece, target, done, length);
      }
    }

    private void checkPadding(byte found) {
      if (found != unused) {
        throw new CorruptException(
            "expected " + unused + " bits of padding, found " + (found & 0xff));
      }
    }
  }
}
