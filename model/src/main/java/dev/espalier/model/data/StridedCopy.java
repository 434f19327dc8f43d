package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Copies selected elements of an array in C order to a box of another. */
final class StridedCopy {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private StridedCopy() {}

  /**
   * Copies elements.
   *
   * @param unit how many slots of the Java arrays one element takes
   */
  static void copy(
      Object source,
      Selection from,
      Shape sourceShape,
      Object target,
      Shape targetShape,
      long[] to,
      int unit) {
    Shape box = from.counts();
    if (!from.arrayShape().equals(sourceShape)
        || to.length != targetShape.rank()
        || box.rank() != targetShape.rank()
        || !Region.of(to, box).fitsIn(targetShape)) {
      throw new IndexOutOfBoundsException(
          "selection "
              + from
              + " of "
              + sourceShape
              + " to "
              + Arrays.toString(to)
              + " of "
              + targetShape);
    }
    if (box.isEmpty()) {
      return;
    }
    int last = box.rank() - 1;
    int count = last < 0 ? 1 : (int) box.extent(last);
    long[] sourceSteps = BoxCopy.steps(sourceShape, unit);
    long[] targetSteps = BoxCopy.steps(targetShape, unit);
    long sourceAt = 0;
    long targetAt = 0;
    for (int d = 0; d < box.rank(); d++) {
      sourceAt += from.start(d) * sourceSteps[d];
      targetAt += to[d] * targetSteps[d];
      sourceSteps[d] *= from.step(d);
    }
    int stride = last < 0 ? unit : (int) sourceSteps[last];
    BoxCopy.Runs rows =
        (at, step, goal, goalStep, runs, length) -> {
          for (int i = 0; i < runs; i++) {
            row(source, at + i * step, stride, target, goal + i * goalStep, length, unit);
          }
        };
    BoxCopy.Side there = new BoxCopy.Side(sourceAt, sourceSteps);
    BoxCopy.Side here = new BoxCopy.Side(targetAt, targetSteps);
    BoxCopy.walk(rows, count, box, Math.max(0, last), there, here);
  }

  private static void row(
      Object source, int from, int stride, Object target, int to, int count, int unit) {
    if (stride == unit) {
      System.arraycopy(source, from, target, to, count * unit);
    } else if (source instanceof byte[] bytes) {
      row(bytes, from, stride, (byte[]) target, to, count, unit);
    } else {
      Object[] elements = (Object[]) source;
      Object[] places = (Object[]) target;
      for (int i = 0; i < count; i++) {
        places[to + i] = elements[from + i * stride];
      }
    }
  }

  private static void row(
      byte[] source, int from, int stride, byte[] target, int to, int count, int unit) {
    switch (unit) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          target[to + i] = source[from + i * stride];
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          SHORTS.set(target, to + 2 * i, (short) SHORTS.get(source, from + i * stride));
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          INTS.set(target, to + 4 * i, (int) INTS.get(source, from + i * stride));
        }
      }
      case 8 -> {
        for (int i = 0; i < count; i++) {
          LONGS.set(target, to + 8 * i, (long) LONGS.get(source, from + i * stride));
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          System.arraycopy(source, from + i * stride, target, to + i * unit, unit);
        }
      }
    }
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
