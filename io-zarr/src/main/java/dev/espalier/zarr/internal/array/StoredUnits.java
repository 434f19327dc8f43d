package dev.espalier.zarr.internal.array;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.ChunkKeyEncoding.Form;
import dev.espalier.model.layout.ChunkKeyEncoding.Separator;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
      return descend(prefix.child("c"), new long[0], within);
    }
    if (grid.rank() > 1 && slashes) {
      return descend(prefix, new long[0], within);
    }
    return entries(prefix, StoreEntry.Kind.KEY)
        .flatMap(entry -> sideBySide(entry.name(), within).stream());
  }

  private Stream<ChunkIndex> descend(StorePrefix here, long[] above, boolean within) {
    boolean last = above.length == grid.rank() - 1;
    return entries(here, last ? StoreEntry.Kind.KEY : StoreEntry.Kind.PREFIX)
        .flatMap(
            entry -> {
              if (!isPosition(entry.name(), above.length, within)) {
                return Stream.empty();
              }
              long[] positions = Arrays.copyOf(above, above.length + 1);
              positions[above.length] = Long.parseLong(entry.name());
              return last
                  ? Stream.of(ChunkIndex.of(positions))
                  : descend(here.child(entry.name()), positions, within);
            });
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

  // Whoever asked for the stream closes it, and with it those that were made on the way.
  @SuppressWarnings("StreamResourceLeak")
  private Stream<StoreEntry> entries(StorePrefix here, StoreEntry.Kind kind) {
    return store.list(here).filter(entry -> entry.kind() == kind);
  }

  private boolean isPosition(String text, int dimension, boolean within) {
    return POSITION.matcher(text).matches()
        && (!within || Long.parseLong(text) < grid.extent(dimension));
  }
}
