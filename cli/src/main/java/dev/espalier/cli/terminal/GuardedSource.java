package dev.espalier.cli.terminal;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import java.util.Optional;

/** An array that stops giving elements once the command is interrupted. */
record GuardedSource(ArraySource source, Interruption interruption) implements ArraySource {
  @Override
  public DataType dataType() {
    return source.dataType();
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public Optional<Shape> preferredShape() {
    return source.preferredShape();
  }

  @Override
  public Optional<Tiling> preferredTiling() {
    return source.preferredTiling();
  }

  @Override
  public void read(Region region, Block into) {
    interruption.check();
    source.read(region, into);
  }
}
