package dev.espalier.model.typed;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.elements.Numbers;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;

/**
 * An array together with what its elements are, or with nothing: then every element is the fill
 * value. Immutable; two are equal if their specs are, whatever their elements.
 */
public final class NdArray {
  private final ArraySpec spec;
  private final Elements elements;

  private NdArray(ArraySpec spec, Elements elements) {
    this.spec = spec;
    this.elements = elements;
  }

  /** Where elements come from; the same object in all arrays that have the same elements. */
  sealed interface Elements {}

  /** Every element is the fill value. */
  record Filled() implements Elements {}

  /** Elements that are pulled from a source. */
  record Pulled(ArraySource source) implements Elements {}

  /** Elements that are computed from those of another array. */
  record Computed(NdArray input, BlockOperation operation) implements Elements {}

  /** An array whose every element is the fill value. */
  public static NdArray of(ArraySpec spec) {
    return new NdArray(spec, new Filled());
  }

  /** The array that a source has, with everything but type and shape left open. */
  public static NdArray of(ArraySource source) {
    return of(specOf(source.dataType(), source.shape()), source);
  }

  /**
   * An array whose elements a source has.
   *
   * @throws IllegalArgumentException if the source has another data type or shape
   */
  public static NdArray of(ArraySpec spec, ArraySource source) {
    if (!spec.dataType().equals(source.dataType()) || !spec.shape().equals(source.shape())) {
      throw new IllegalArgumentException(
          "a source of "
              + source.dataType()
              + " "
              + source.shape()
              + " for an array of "
              + spec.dataType()
              + " "
              + spec.shape());
    }
    return new NdArray(spec, new Pulled(source));
  }

  /**
   * An array of bytes with sign.
   *
   * @param elements the elements in C order; they are copied
   * @param extents the extents, slowest first; without any, one dimension
   */
  public static NdArray of(byte[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of {@code int16}, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(short[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of {@code int32}, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(int[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of {@code int64}, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(long[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of {@code float32}, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(float[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of {@code float64}, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(double[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array of texts, as {@link #of(byte[], long...)} has it. */
  public static NdArray of(String[] elements, long... extents) {
    return of(JavaArrays.source(elements, extents));
  }

  /** An array whose every element is zero, with everything but type and shape left open. */
  public static NdArray zeros(DataType type, long... extents) {
    return of(specOf(type, Shape.of(extents)));
  }

  private static ArraySpec specOf(DataType type, Shape shape) {
    return ArraySpec.builder().dataType(type).shape(shape).build();
  }

  /**
   * An array whose elements follow from those of this one; in one hierarchy with this one, they are
   * computed while this one is written. It has the same dimension names.
   */
  public NdArray derive(BlockOperation operation) {
    if (!operation.accepts(spec.dataType())) {
      throw new IllegalArgumentException(
          operation.getClass().getSimpleName() + " does not take elements of " + spec.dataType());
    }
    ArraySpec derived =
        ArraySpec.builder()
            .dataType(spec.dataType())
            .shape(operation.outputShape(spec.shape()))
            .dimensionNames(spec.dimensionNames())
            .build();
    return new NdArray(derived, new Computed(this, operation));
  }

  /** The array without its elements. */
  public ArraySpec spec() {
    return spec;
  }

  /** The type of the elements. */
  public DataType dataType() {
    return spec.dataType();
  }

  /** The extents. */
  public Shape shape() {
    return spec.shape();
  }

  /** What gives the elements, unless all of them are the fill value. */
  public Optional<ArraySource> source() {
    if (elements instanceof Pulled pulled) {
      return Optional.of(pulled.source());
    }
    return elements instanceof Computed computed
        ? computed.input().source().map(source -> new DerivedSource(source, computed.operation()))
        : Optional.empty();
  }

  Elements elements() {
    return elements;
  }

  /** The elements of a region, in a block that is the caller's. */
  public Block read(Region region) {
    Optional<ArraySource> source = source();
    if (source.isPresent()) {
      return source.get().read(region);
    }
    if (!region.fitsIn(shape())) {
      throw new IndexOutOfBoundsException(region + " leaves an array of shape " + shape());
    }
    Block block = Block.allocate(dataType(), region.shape());
    block.fill(spec.fillValueOrZero());
    return block;
  }

  /** All elements, in a block that is the caller's. */
  public Block read() {
    return read(Region.all(shape()));
  }

  /**
   * All elements, in C order, where they are integers.
   *
   * @throws dev.espalier.model.error.UnsupportedException if they are not, or if one does not fit
   */
  public long[] longs() {
    return Numbers.longs(read());
  }

  /**
   * All elements, in C order, where they are real numbers of any type, each as the nearest double.
   *
   * @throws dev.espalier.model.error.UnsupportedException if they are not
   */
  public double[] doubles() {
    return Numbers.doubles(read());
  }

  /**
   * All elements, in C order, where they are texts.
   *
   * @throws dev.espalier.model.error.UnsupportedException if they are not
   */
  public List<String> texts() {
    if (read() instanceof TextBlock block) {
      return List.of(block.texts());
    }
    throw new UnsupportedException("elements of " + dataType() + " are no texts");
  }

  /** This array, cut into chunks of these extents. */
  public NdArray chunks(long... extents) {
    return layout(
        Layout.builder().from(spec.layout()).chunkGrid(new RegularGrid(Shape.of(extents))).build());
  }

  /** This array, each dimension cut for itself, slowest first, into chunks of any extents. */
  public NdArray chunkEdges(EdgeLengths... edges) {
    return layout(Layout.builder().from(spec.layout()).chunkEdges(edges).build());
  }

  /** This array, its chunks gathered in shards of these extents. */
  public NdArray shards(long... extents) {
    return layout(Layout.builder().from(spec.layout()).shardShape(Shape.of(extents)).build());
  }

  /** This array, stored so. */
  public NdArray layout(Layout layout) {
    return withSpec(spec.withLayout(layout));
  }

  /** This array with names of its dimensions, slowest first. */
  public NdArray dimensionNames(String... names) {
    return withSpec(ArraySpec.builder().from(spec).dimensions(List.of(names)).build());
  }

  /** This array with that fill value. */
  public NdArray fillValue(FillValue value) {
    return withSpec(ArraySpec.builder().from(spec).fillValue(value).build());
  }

  /** This array with these attributes and no others. */
  public NdArray attributes(Attributes attributes) {
    return withSpec(ArraySpec.builder().from(spec).attributes(attributes).build());
  }

  /** This array with one attribute set. */
  public NdArray attribute(String name, JsonValue value) {
    return attributes(spec.attributes().with(name, value));
  }

  private NdArray withSpec(ArraySpec changed) {
    return new NdArray(changed, elements);
  }

  /** An array that lies in a store, whose source is asked for when elements are. */
  static NdArray stored(ArraySpec spec, ArraySource source) {
    return new NdArray(spec, new Pulled(source));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NdArray that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  /** The data type and the shape, as {@code float32 [20, 4]}. */
  @Override
  public String toString() {
    return dataType() + " " + shape();
  }
}
