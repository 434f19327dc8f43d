package dev.espalier.zarr.internal.write;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Tiling;
import java.util.Iterator;
import java.util.Optional;

/** The units of an array, handed out one at a time to several threads. */
final class Units {
  private final Iterator<ChunkIndex> left;

  Units(Tiling tiling) {
    this.left = tiling.all().iterator();
  }

  /** A unit that nobody else is given, or nothing if there is none left. */
  synchronized Optional<ChunkIndex> next() {
    return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }
}
