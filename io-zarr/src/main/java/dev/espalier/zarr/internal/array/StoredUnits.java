package dev.espalier.zarr.internal.array;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.ChunkKeyEncoding.Form;
import dev.espalier.model.layout.ChunkKeyEncoding.Separator;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The units of an array that are in a store, by what the store lists: a grid may be mostly empty.
 * Keys that no unit can have are somebody else's.
 */
public final class StoredUnits {
  /** As units are spelled, and no larger than is counted with. */
  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final ListableStore store;
  private final StorePrefix prefix;
  private final ChunkKeyEncoding keys;
  private final Shape grid;

  /** The units of an array. */
  public StoredUnits(ListableStore store, StoredArray array) {
    this.store = store;
    this.prefix = array.prefix();
    this.keys = array.keys();
    this.grid = array.units().gridShape();
  }

  /** Those within the grid, in no particular order; close the stream. */
  public Stream<ChunkIndex> within() {
    return list(true);
  }

  /**
   * Those within the grid, and those that lie beyond it: left over from when the array was larger.
   * In no particular order; close the stream.
   */
  public Stream<ChunkIndex> all() {
    return list(false);
  }

  private Stream<ChunkIndex> list(boolean within) {
    boolean slashes = keys.separator() == Separator.SLASH;
    if (keys.form() == Form.DEFAULT && slashes && grid.rank() > 0) {
      return descend(prefix.child("c"), within);
    }
    if (grid.rank() > 1 && slashes) {
      return descend(prefix, within);
    }
    return store
        .list(prefix)
        .filter(entry -> entry.kind() == StoreEntry.Kind.KEY)
        .flatMap(entry -> sideBySide(entry.name(), within).stream());
  }

  private Stream<ChunkIndex> descend(StorePrefix top, boolean within) {
    Descent descent = new Descent(within);
    descent.enter(top);
    return StreamSupport.stream(descent, false).onClose(descent::close);
  }

  /** The unit of a key that has no slash. */
  private Optional<ChunkIndex> sideBySide(String name, boolean within) {
    if (grid.rank() == 0) {
      return Optional.of(ChunkIndex.of()).filter(scalar -> keys.key(scalar).equals(name));
    }
    String rest = name;
    if (keys.form() == Form.DEFAULT) {
      if (!name.startsWith("c" + keys.separator().symbol())) {
        return Optional.empty();
      }
      rest = name.substring(2);
    }
    String[] spelled = rest.split("\\.", -1);
    long[] positions = new long[grid.rank()];
    if (spelled.length != positions.length) {
      return Optional.empty();
    }
    for (int d = 0; d < positions.length; d++) {
      if (!isPosition(spelled[d], d, within)) {
        return Optional.empty();
      }
      positions[d] = Long.parseLong(spelled[d]);
    }
    return Optional.of(ChunkIndex.of(positions));
  }

  private boolean isPosition(String text, int dimension, boolean within) {
    return POSITION.matcher(text).matches()
        && (!within || Long.parseLong(text) < grid.extent(dimension));
  }

  /**
   * Goes through keys whose positions stand one below the other, as far as it is asked to. Nested
   * streams would gather all that is below one entry of the uppermost list before they give any.
   */
  private final class Descent extends Spliterators.AbstractSpliterator<ChunkIndex> {
    private final boolean within;

    /** The lists that are being gone through, the innermost last, and where each of them is. */
    private final List<Level> levels = new ArrayList<>();

    private final long[] positions = new long[grid.rank()];

    Descent(boolean within) {
      super(Long.MAX_VALUE, Spliterator.DISTINCT | Spliterator.NONNULL);
      this.within = within;
    }

    void enter(StorePrefix here) {
      Stream<StoreEntry> listed = store.list(here);
      levels.add(new Level(here, listed, listed.iterator()));
    }

    @Override
    public boolean tryAdvance(Consumer<? super ChunkIndex> action) {
      while (!levels.isEmpty()) {
        int dimension = levels.size() - 1;
        Level level = levels.get(dimension);
        boolean last = dimension == positions.length - 1;
        if (!level.left().hasNext()) {
          levels.remove(dimension).listed().close();
          continue;
        }
        StoreEntry entry = level.left().next();
        if (entry.kind() != (last ? StoreEntry.Kind.KEY : StoreEntry.Kind.PREFIX)
            || !isPosition(entry.name(), dimension, within)) {
          continue;
        }
        positions[dimension] = Long.parseLong(entry.name());
        if (last) {
          action.accept(ChunkIndex.of(positions.clone()));
          return true;
        }
        enter(level.here().child(entry.name()));
      }
      return false;
    }

    void close() {
      try {
        levels.forEach(level -> level.listed().close());
      } finally {
        levels.clear();
      }
    }
  }

  /** A list that is being gone through. */
  private record Level(StorePrefix here, Stream<StoreEntry> listed, Iterator<StoreEntry> left) {}
}
