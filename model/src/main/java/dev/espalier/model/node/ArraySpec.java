package dev.espalier.model.node;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An array: what its elements are and how far it extends, without the elements.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#array-metadata">Zarr
 *     v3, array metadata</a>
 */
@Value.Immutable
public abstract non-sealed class ArraySpec implements NodeSpec {
  ArraySpec() {}

  /** Starts an array. */
  public static Builder builder() {
    return new Builder();
  }

  /** The type of the elements. */
  public abstract DataType dataType();

  /** The extents, in elements, slowest-varying dimension first. */
  public abstract Shape shape();

  /** The value of elements that were never written; where nothing is said, zero. */
  public abstract Optional<FillValue> fillValue();

  /** A name for each dimension, slowest first; a dimension may have none. */
  public abstract Optional<List<Optional<String>>> dimensionNames();

  /** How the elements are stored, as far as it has been decided. */
  @Value.Default
  public Layout layout() {
    return Layout.open();
  }

  @Override
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /** What a document held beside what an array has, for the backend that read it to write again. */
  @Value.Default
  public JsonObject extras() {
    return JsonObject.empty();
  }

  @Override
  public String kind() {
    return "array";
  }

  /** The fill value, or zero where none was given. */
  public FillValue fillValueOrZero() {
    return fillValue().orElseGet(() -> FillValue.zero(dataType()));
  }

  /** This array with other attributes. */
  public ArraySpec withAttributes(Attributes attributes) {
    return new Builder().from(this).attributes(attributes).build();
  }

  /** This array with another layout. */
  public ArraySpec withLayout(Layout layout) {
    return new Builder().from(this).layout(layout).build();
  }

  /** This array with one attribute set: in its place if it was there, else at the end. */
  public ArraySpec withAttribute(String name, JsonValue value) {
    return withAttributes(attributes().with(name, value));
  }

  /**
   * This array with other extents.
   *
   * @throws IllegalArgumentException if there are more or fewer than the dimension names or the
   *     chunks have
   */
  public abstract ArraySpec withShape(Shape shape);

  /**
   * This array with elements of another type.
   *
   * @throws IllegalArgumentException if there is a fill value that is not of that type; {@link
   *     #withDataType(DataType, FillValue)} changes both
   */
  public abstract ArraySpec withDataType(DataType dataType);

  /**
   * This array with elements of another type, and with a fill value of that type.
   *
   * @throws IllegalArgumentException if the fill value is not of that type
   */
  public ArraySpec withDataType(DataType dataType, FillValue fillValue) {
    return new Builder().from(this).dataType(dataType).fillValue(fillValue).build();
  }

  /**
   * This array with another fill value.
   *
   * @throws IllegalArgumentException if it is not of the data type
   */
  public abstract ArraySpec withFillValue(FillValue fillValue);

  /**
   * This array with other dimension names, slowest first.
   *
   * @throws IllegalArgumentException if there is not one for each dimension
   */
  public abstract ArraySpec withDimensionNames(List<Optional<String>> names);

  /** Checks what one array alone can know. */
  @Value.Check
  protected void check() {
    int rank = shape().rank();
    fillValue().ifPresent(this::checkFillValue);
    dimensionNames()
        .ifPresent(
            names -> {
              if (names.size() != rank) {
                throw new IllegalArgumentException(
                    names.size() + " dimension names for an array of " + rank + " dimensions");
              }
            });
    layout().chunkGrid().ifPresent(this::checkGrid);
  }

  private void checkGrid(ChunkGrid grid) {
    if (grid instanceof RegularGrid regular) {
      Shape chunk = regular.chunkShape();
      checkRank("chunk shape " + chunk + " has ", chunk.rank(), "give one extent per dimension");
    } else if (grid instanceof RectilinearGrid varied) {
      checkRank(
          "the rectilinear chunk grid has ",
          varied.edges().size(),
          "give the edge lengths of each dimension");
    }
  }

  private void checkRank(String subject, int found, String fix) {
    int rank = shape().rank();
    if (found != rank) {
      throw new IllegalArgumentException(
          subject + found + " dimensions but the array has " + rank + " (" + shape() + "); " + fix);
    }
  }

  private void checkFillValue(FillValue fill) {
    if (!fill.fits(dataType())) {
      throw new IllegalArgumentException(
          "fill value " + fill.toJson() + " is not of data type " + dataType());
    }
  }

  /** Collects the parts of an {@link ArraySpec}. */
  public static final class Builder extends ImmutableArraySpec.Builder {
    Builder() {}

    /** Names every dimension, slowest first. */
    public Builder dimensions(List<String> names) {
      return dimensionNames(names.stream().map(Optional::of).toList());
    }
  }
}
