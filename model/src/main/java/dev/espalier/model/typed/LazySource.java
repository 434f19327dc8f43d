package dev.espalier.model.typed;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source that is opened when its elements are first asked for, so that reading a value opens
 * none.
 */
final class LazySource implements ArraySource {
  private final ArraySpec spec;
  private final Supplier<ArraySource> opener;
  private volatile @Nullable ArraySource opened;

  LazySource(ArraySpec spec, Supplier<ArraySource> opener) {
    this.spec = spec;
    this.opener = opener;
  }

  @Override
  public DataType dataType() {
    return spec.dataType();
  }

  @Override
  public Shape shape() {
    return spec.shape();
  }

  @Override
  public void read(Region region, Block into) {
    source().read(region, into);
  }

  @Override
  public void read(Region region, Block into, long... at) {
    source().read(region, into, at);
  }

  @Override
  public void read(Region region, Block into, Execution execution) {
    source().read(region, into, execution);
  }

  @Override
  public void read(Selection selection, Block into, Execution execution) {
    source().read(selection, into, execution);
  }

  @Override
  public Optional<Shape> preferredShape() {
    return source().preferredShape();
  }

  @Override
  public Optional<Tiling> preferredTiling() {
    return source().preferredTiling();
  }

  /** Two threads may both open it; either one is as good. */
  private ArraySource source() {
    ArraySource known = opened;
    if (known == null) {
      known = opener.get();
      opened = known;
    }
    return known;
  }
}
