package dev.espalier.zarr.internal.array;

import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.codec.CodecRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The codecs of an array, bound to each shape that its units have: once and for all to the largest,
 * to others when they are met, and the last of these are kept.
 *
 * <p>Safe for use by several threads at once.
 */
public final class UnitPipelines {
  private static final int KEPT = 64;

  /** How many shapes are tried before anything is read or written. */
  private static final int MOST_TRIED = 1 << 16;

  private final List<CodecSpec> specs;
  private final CodecRegistry codecs;
  private final CodecPipeline largest;
  private final Map<Shape, CodecPipeline> others =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, CodecPipeline> eldest) {
          return size() > KEPT;
        }
      };

  private UnitPipelines(List<CodecSpec> specs, CodecRegistry codecs, CodecPipeline largest) {
    this.specs = specs;
    this.codecs = codecs;
    this.largest = largest;
  }

  /**
   * Binds codecs to units of the shapes that a grid has. What is wrong with one shape is wrong with
   * one of its extents, so that each extent is tried, and not each combination.
   *
   * @param unit what a unit of the largest shape is like
   * @throws IllegalArgumentException if the codecs contradict themselves or the units
   * @throws dev.espalier.model.error.UnsupportedException if they need what is not there
   */
  static UnitPipelines bind(
      List<CodecSpec> specs, ChunkRepresentation unit, Tiling units, CodecRegistry codecs) {
    UnitPipelines pipelines =
        new UnitPipelines(specs, codecs, CodecPipeline.bind(specs, unit, codecs));
    if (!units.isEven()) {
      for (int d = 0; d < unit.shape().rank(); d++) {
        int dimension = d;
        LongConsumer trial = extent -> pipelines.bind(unit.shape().with(dimension, extent));
        units.tileExtents(d).limit(MOST_TRIED / unit.shape().rank()).forEach(trial);
      }
    }
    return pipelines;
  }

  private CodecPipeline bind(Shape shape) {
    return CodecPipeline.bind(specs, largest.representation().withShape(shape), codecs);
  }

  /** The codecs of units of the largest shape. */
  public CodecPipeline largest() {
    return largest;
  }

  /** The codecs of units of a shape. */
  public CodecPipeline of(Shape unit) {
    if (unit.equals(largest.representation().shape())) {
      return largest;
    }
    synchronized (others) {
      return others.computeIfAbsent(unit, this::bind);
    }
  }
}
