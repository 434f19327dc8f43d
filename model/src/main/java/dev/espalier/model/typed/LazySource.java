package dev.espalier.model.typed;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A source that is opened each time its elements are asked for, so that reading a value opens none.
 */
record LazySource(ArraySpec spec, Supplier<ArraySource> opener) implements ArraySource {
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
    opener.get().read(region, into);
  }

  @Override
  public Optional<Shape> preferredShape() {
    return opener.get().preferredShape();
  }

  @Override
  public Optional<Tiling> preferredTiling() {
    return opener.get().preferredTiling();
  }
}
