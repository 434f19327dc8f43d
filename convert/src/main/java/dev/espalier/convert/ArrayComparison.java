package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockBuffer;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.Crew;
import dev.espalier.model.spi.ProgressListener;
import dev.espalier.model.type.ElementForm;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two arrays box by box, to the bit; several workers share the boxes. */
final class ArrayComparison {
  private final NodePath path;
  private final ArraySource expected;
  private final ArraySource found;
  private final Tiling boxes;
  private final Crew.Handout<ChunkIndex> left;
  private final ProgressListener progress;
  private long @Nullable [] firstIndex;
  private @Nullable Mismatch first;

  ArrayComparison(
      NodePath path,
      ArraySource expected,
      ArraySource found,
      Tiling boxes,
      ProgressListener progress) {
    this.path = path;
    this.expected = expected;
    this.found = found;
    this.boxes = boxes;
    this.left = new Crew.Handout<>(boxes.all());
    this.progress = progress;
  }

  /** The first element that differs, in C order, among the boxes compared so far. */
  synchronized Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }

  /** One worker; it keeps its memory from box to box. */
  Crew.Worker newWorker() {
    BlockBuffer expectedBox = new BlockBuffer(expected.dataType());
    BlockBuffer foundBox = new BlockBuffer(found.dataType());
    return () -> {
      Optional<Region> next = left.next().map(boxes::region);
      next.ifPresent(
          box -> compare(box, expectedBox.ofShape(box.shape()), foundBox.ofShape(box.shape())));
      return next.isPresent();
    };
  }

  private void compare(Region region, Block expectedBox, Block foundBox) {
    expected.read(region, expectedBox);
    found.read(region, foundBox);
    int at = mismatch(expectedBox, foundBox);
    if (at >= 0) {
      long[] index = index(region, at);
      keep(
          index,
          new Mismatch(
              path,
              "element " + Arrays.toString(index),
              element(expectedBox, at),
              element(foundBox, at)));
    }
    progress.advanced(path, TileShape.bytes(region.shape(), found.dataType()));
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
