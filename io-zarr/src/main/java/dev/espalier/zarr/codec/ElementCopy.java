package dev.espalier.zarr.codec;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies elements that lie in rows and columns from one block to another. */
final class ElementCopy {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private final Object sourceArray;
  private final Object targetArray;
  private final int length;
  private final Steps steps;

  /**
   * How far apart the elements are, in slots of the blocks' arrays.
   *
   * @param sourceRow from a row to the next
   * @param sourceColumn from a column to the next
   * @param targetRow from a row to the next
   * @param targetColumn from a column to the next
   */
  record Steps(int sourceRow, int sourceColumn, int targetRow, int targetColumn) {}

  /**
   * A way to copy.
   *
   * @param length how many slots of the blocks' arrays an element takes
   */
  ElementCopy(Block source, Block target, int length, Steps steps) {
    this.sourceArray = arrayOf(source);
    this.targetArray = arrayOf(target);
    this.length = length;
    this.steps = steps;
  }

  /**
   * Copies rows of elements.
   *
   * @param source where the first element is, in slots
   * @param target where it goes, in slots
   */
  void grid(int source, int target, int rows, int columns) {
    if (sourceArray instanceof Object[]) {
      pieces(source, target, rows, columns);
      return;
    }
    switch (length) {
      case 1 -> bytes(source, target, rows, columns);
      case 2 -> shorts(source, target, rows, columns);
      case 4 -> ints(source, target, rows, columns);
      case 8 -> longs(source, target, rows, columns);
      default -> pieces(source, target, rows, columns);
    }
  }

  private void bytes(int source, int target, int rows, int columns) {
    byte[] from = (byte[]) sourceArray;
    byte[] to = (byte[]) targetArray;
    for (int r = 0; r < rows; r++) {
      int s = source + r * steps.sourceRow;
      int t = target + r * steps.targetRow;
      for (int c = 0; c < columns; c++, s += steps.sourceColumn, t += steps.targetColumn) {
        to[t] = from[s];
      }
    }
  }

  private void shorts(int source, int target, int rows, int columns) {
    byte[] from = (byte[]) sourceArray;
    byte[] to = (byte[]) targetArray;
    for (int r = 0; r < rows; r++) {
      int s = source + r * steps.sourceRow;
      int t = target + r * steps.targetRow;
      for (int c = 0; c < columns; c++, s += steps.sourceColumn, t += steps.targetColumn) {
        SHORTS.set(to, t, (short) SHORTS.get(from, s));
      }
    }
  }

  private void ints(int source, int target, int rows, int columns) {
    byte[] from = (byte[]) sourceArray;
    byte[] to = (byte[]) targetArray;
    for (int r = 0; r < rows; r++) {
      int s = source + r * steps.sourceRow;
      int t = target + r * steps.targetRow;
      for (int c = 0; c < columns; c++, s += steps.sourceColumn, t += steps.targetColumn) {
        INTS.set(to, t, (int) INTS.get(from, s));
      }
    }
  }

  private void longs(int source, int target, int rows, int columns) {
    byte[] from = (byte[]) sourceArray;
    byte[] to = (byte[]) targetArray;
    for (int r = 0; r < rows; r++) {
      int s = source + r * steps.sourceRow;
      int t = target + r * steps.targetRow;
      for (int c = 0; c < columns; c++, s += steps.sourceColumn, t += steps.targetColumn) {
        LONGS.set(to, t, (long) LONGS.get(from, s));
      }
    }
  }

  private void pieces(int source, int target, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int s = source + r * steps.sourceRow;
      int t = target + r * steps.targetRow;
      for (int c = 0; c < columns; c++, s += steps.sourceColumn, t += steps.targetColumn) {
        System.arraycopy(sourceArray, s, targetArray, t, length);
      }
    }
  }

  private static Object arrayOf(Block block) {
    if (block instanceof BitsBlock bits) {
      return bits.bytes();
    }
    return block instanceof TextBlock texts ? texts.texts() : ((BinaryBlock) block).values();
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
