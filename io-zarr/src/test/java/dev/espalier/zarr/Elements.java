package dev.espalier.zarr;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Elements to write: seeded, with what is easily lost among them. */
final class Elements {
  private static final List<String> TEXTS =
      List.of("", "a", "héllo", "日本🎉", "\0", "a much longer text than the others ".repeat(20));

  private Elements() {}

  /**
   * Elements of any bits: NaNs with payloads, signalling ones, negative zeros and all; a quarter of
   * them zero, so that whole chunks of zeros occur where chunks are small.
   */
  static Block of(DataType type, Shape shape) {
    Random random = new Random(shape.hashCode() * 31L + type.id().hashCode());
    Block block = Block.allocate(type, shape);
    if (block instanceof TextBlock texts) {
      for (int i = 0; i < texts.texts().length; i++) {
        texts.texts()[i] = TEXTS.get(random.nextInt(TEXTS.size()));
      }
      return block;
    }
    BitsBlock bits = (BitsBlock) block;
    random.nextBytes(bits.bytes());
    for (int at = 0; at < bits.length(); at += bits.elementSize()) {
      special(type, bits, at, random.nextInt(8));
    }
    return bits;
  }

  private static void special(DataType type, BitsBlock bits, int at, int choice) {
    byte[] bytes = bits.bytes();
    if (type == CoreType.BOOL) {
      bytes[at] &= 1;
    } else if (choice < 2) {
      Arrays.fill(bytes, at, at + bits.elementSize(), (byte) 0);
    } else if (choice == 2) {
      Arrays.fill(bytes, at, at + bits.elementSize(), (byte) 0);
      bytes[at + bits.elementSize() - 1] = (byte) 0x80; // negative zero, the smallest integer
    } else if (choice == 3) {
      Arrays.fill(bytes, at, at + bits.elementSize(), (byte) 0xff); // a negative NaN
    }
  }

  /** What two blocks have to have in common. */
  static List<?> contents(Block block) {
    if (block instanceof TextBlock texts) {
      return List.of(texts.texts());
    }
    if (block instanceof BinaryBlock binary) {
      return Arrays.stream(binary.values()).map(ByteBuffer::wrap).toList();
    }
    BitsBlock bits = (BitsBlock) block;
    return List.of(ByteBuffer.wrap(bits.bytes(), 0, bits.length()));
  }
}
