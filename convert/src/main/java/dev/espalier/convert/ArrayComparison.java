package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.ElementForm;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two arrays box by box, to the bit; boxes may be compared by several threads at once. */
final class ArrayComparison {
  private final NodePath path;
  private final ArraySource expected;
  private final ArraySource found;
  private long @Nullable [] firstIndex;
  private @Nullable Mismatch first;

  ArrayComparison(NodePath path, ArraySource expected, ArraySource found) {
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** The first element that differs, in C order, among the boxes compared so far. */
  synchronized Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }

  void compare(Region region) {
    Block left = expected.read(region);
    Block right = found.read(region);
    int at = mismatch(left, right);
    if (at >= 0) {
      long[] index = index(region, at);
      keep(
          index,
          new Mismatch(
              path, "element " + Arrays.toString(index), element(left, at), element(right, at)));
    }
  }

  private synchronized void keep(long[] index, Mismatch mismatch) {
    if (firstIndex == null || Arrays.compare(index, firstIndex) < 0) {
      firstIndex = index;
      first = mismatch;
    }
  }

  /** The place of the first element that differs, or -1. */
  private static int mismatch(Block left, Block right) {
    if (left instanceof BitsBlock a && right instanceof BitsBlock b) {
      int at = Arrays.mismatch(a.bytes(), 0, a.length(), b.bytes(), 0, b.length());
      return at < 0 ? -1 : at / a.elementSize();
    }
    return Arrays.mismatch(((TextBlock) left).texts(), ((TextBlock) right).texts());
  }

  private static String element(Block block, int at) {
    if (block instanceof BitsBlock bits) {
      return ElementForm.toJson(bits.dataType(), bits.bytes(), at * bits.elementSize()).toString();
    }
    return JsonValue.of(((TextBlock) block).texts()[at]).toString();
  }

  private static long[] index(Region region, int at) {
    Shape shape = region.shape();
    long[] index = new long[shape.rank()];
    long rest = at;
    for (int d = index.length - 1; d >= 0; d--) {
      index[d] = region.start(d) + rest % shape.extent(d);
      rest /= shape.extent(d);
    }
    return index;
  }
}
