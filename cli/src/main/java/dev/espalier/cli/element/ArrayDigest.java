package dev.espalier.cli.element;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Region;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of an array's elements: of their little-endian bytes in C order; of texts as {@code
 * vlen-utf8} would encode the whole array.
 */
public final class ArrayDigest {
  private static final long LARGEST_COUNT = 0xffff_ffffL;

  private ArrayDigest() {}

  /**
   * Digests an array.
   *
   * @param memoryBytes how many bytes of elements may be held at once
   * @return 64 hexadecimal digits
   */
  public static String of(ArraySource source, long memoryBytes) {
    MessageDigest digest = sha256();
    if (source.dataType().byteSize().isEmpty()) {
      long count = source.shape().elementCount();
      if (count > LARGEST_COUNT) {
        throw new UnsupportedException(
            count + " elements; vlen-utf8 and vlen-bytes count up to 2^32 - 1");
      }
      digest.update(littleEndian(count));
    }
    COrder.read(source, Region.all(source.shape()), memoryBytes, block -> update(digest, block));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Block block) {
    if (block instanceof BitsBlock bits) {
      digest.update(bits.bytes(), 0, bits.length());
    } else if (block instanceof TextBlock texts) {
      for (String text : texts.texts()) {
        update(digest, text.getBytes(StandardCharsets.UTF_8));
      }
    } else {
      for (byte[] bytes : ((BinaryBlock) block).values()) {
        update(digest, bytes);
      }
    }
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(littleEndian(bytes.length));
    digest.update(bytes);
  }

  private static byte[] littleEndian(long number) {
    return ByteBuffer.allocate(Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) number)
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
