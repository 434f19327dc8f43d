package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockBuffer;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.ProgressListener;
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
    int at = expectedBox.mismatch(foundBox);
    if (at >= 0) {
      long[] index = index(region, at);
      keep(
          index,
          new Mismatch(
              path,
              "element " + Arrays.toString(index),
              expectedBox.elementToJson(at).toString(),
              foundBox.elementToJson(at).toString()));
    }
    progress.advanced(path, TileShape.bytes(region.shape(), found.dataType()));
  }

  private synchronized void keep(long[] index, Mismatch mismatch) {
    if (firstIndex == null || Arrays.compare(index, firstIndex) < 0) {
      firstIndex = index;
      first = mismatch;
    }
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
