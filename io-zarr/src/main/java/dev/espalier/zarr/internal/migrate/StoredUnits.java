package dev.espalier.zarr.internal.migrate;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The chunks of an array that are in a store, by what the store lists: a grid may be mostly empty.
 */
public final class StoredUnits {
  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final ListableStore store;
  private final StoredArray array;
  private final Shape grid;

  /** The chunks of an array whose keys are the positions alone. */
  public StoredUnits(ListableStore store, StoredArray array) {
    if (array.keys().form() != ChunkKeyEncoding.Form.V2) {
      throw new IllegalArgumentException(array.path() + ": keys of form " + array.keys().form());
    }
    this.store = store;
    this.array = array;
    this.grid = array.units().gridShape();
  }

  /** Gives the keys that are there, in no particular order; keys beyond the grid are not among. */
  public void forEach(Consumer<StoreKey> consumer) {
    if (grid.rank() > 1 && array.keys().separator() == ChunkKeyEncoding.Separator.SLASH) {
      descend(array.prefix(), 0, consumer);
      return;
    }
    for (StoreEntry entry : entries(array.prefix(), StoreEntry.Kind.KEY)) {
      String[] positions = entry.name().split("\\.", -1);
      boolean within = positions.length == Math.max(1, grid.rank());
      for (int d = 0; within && d < positions.length; d++) {
        within = isWithin(positions[d], d);
      }
      if (within) {
        consumer.accept(array.prefix().key(entry.name()));
      }
    }
  }

  private void descend(StorePrefix prefix, int dimension, Consumer<StoreKey> consumer) {
    boolean last = dimension == grid.rank() - 1;
    for (StoreEntry entry : entries(prefix, last ? StoreEntry.Kind.KEY : StoreEntry.Kind.PREFIX)) {
      if (isWithin(entry.name(), dimension)) {
        if (last) {
          consumer.accept(prefix.key(entry.name()));
        } else {
          descend(prefix.child(entry.name()), dimension + 1, consumer);
        }
      }
    }
  }

  private List<StoreEntry> entries(StorePrefix prefix, StoreEntry.Kind kind) {
    try (Stream<StoreEntry> listed = store.list(prefix)) {
      return listed.filter(entry -> entry.kind() == kind).toList();
    }
  }

  private boolean isWithin(String position, int dimension) {
    if (!POSITION.matcher(position).matches()) {
      return false;
    }
    return Long.parseLong(position) < (grid.rank() == 0 ? 1 : grid.extent(dimension));
  }
}
