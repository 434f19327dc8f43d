package dev.espalier.model.shape;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The part of a selection that one tile holds. */
public final class SelectedPart {
  private final Selection selection;
  private final long[] at;

  private SelectedPart(Selection selection, long[] at) {
    this.selection = selection;
    this.at = at;
  }

  /** The elements: some of those of the whole selection, of the same array. */
  public Selection selection() {
    return selection;
  }

  /** Where they begin among those of the whole selection, one number for each dimension. */
  public long[] at() {
    return at.clone();
  }

  static Iterable<SelectedPart> all(Selection whole, Tiling tiles) {
    if (!tiles.arrayShape().equals(whole.arrayShape())) {
      throw new IllegalArgumentException(
          "tiles of an array of shape "
              + tiles.arrayShape()
              + " for a selection of one of shape "
              + whole.arrayShape());
    }
    return () -> new Walk(whole, tiles);
  }

  /** Goes through the tiles in the order of the selection, the last dimension fastest. */
  private static final class Walk implements Iterator<SelectedPart> {
    private final Selection whole;
    private final Tiling tiles;

    /** Along each dimension, which of the selected positions are in the tile at hand. */
    private final long[] from;

    private final long[] many;
    private boolean more;

    Walk(Selection whole, Tiling tiles) {
      this.whole = whole;
      this.tiles = tiles;
      this.from = new long[whole.arrayShape().rank()];
      this.many = new long[from.length];
      this.more = !whole.counts().isEmpty();
      for (int d = 0; more && d < from.length; d++) {
        many[d] = inTile(d);
      }
    }

    /** How many positions, from the one at hand, lie in the same tile. */
    private long inTile(int dimension) {
      long step = whole.step(dimension);
      long position = whole.start(dimension) + from[dimension] * step;
      long room =
          step > 0
              ? tiles.endAt(dimension, position) - 1 - position
              : position - tiles.startAt(dimension, position);
      long stride = Math.abs(step);
      return Math.min(room / stride + 1, whole.counts().extent(dimension) - from[dimension]);
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public SelectedPart next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      SelectedPart part = new SelectedPart(whole.part(from, many.clone()), from.clone());
      advance();
      return part;
    }

    private void advance() {
      for (int d = from.length - 1; d >= 0; d--) {
        from[d] += many[d];
        boolean next = from[d] < whole.counts().extent(d);
        if (!next) {
          from[d] = 0;
        }
        many[d] = inTile(d);
        if (next) {
          return;
        }
      }
      more = false;
    }
  }
}
