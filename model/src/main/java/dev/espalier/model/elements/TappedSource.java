package dev.espalier.model.elements;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A source that remembers, piece by piece, what went through it. */
final class TappedSource implements ArraySource {
  private final ArraySource source;
  private final ConcurrentSkipListMap<Long, Summary> pieces = new ConcurrentSkipListMap<>();

  TappedSource(ArraySource source) {
    this.source = source;
  }

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
    source.read(region, into);
    if (!region.shape().isEmpty() && Runs.isRun(region, shape())) {
      pieces.put(Runs.offset(region, shape()), Summary.of(into, Runs.offset(region, shape())));
    }
  }

  /** Everything, in order; what did not pass as a whole is read from the source. */
  Summaries summary() {
    long next = 0;
    Summaries all = new Summaries(dataType());
    for (Summary piece : pieces.values()) {
      if (piece.offset() != next) {
        return Summaries.reading(source);
      }
      all.add(piece);
      next += piece.count();
    }
    return next == shape().elementCount() ? all : Summaries.reading(source);
  }
}
