package dev.espalier.typed.plate;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.annotation.rule.AtLeastOne;
import dev.espalier.model.annotation.rule.AtMostOne;
import dev.espalier.model.annotation.rule.DimensionNamesAgree;
import dev.espalier.model.annotation.rule.ExactlyOne;
import dev.espalier.model.annotation.rule.Requires;
import dev.espalier.model.annotation.value.Distinct;
import dev.espalier.model.annotation.value.RefersTo;
import dev.espalier.model.annotation.value.Sized;
import dev.espalier.model.typed.NdArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plate of wells. */
@Convention(name = "example:plate", version = "2")
@Group(dimensions = {"y", "x"})
@ExactlyOne({"mask", "matrix"})
@AtLeastOne({"@wells", "thumb-nail"})
@AtMostOne({"@note", "@first"})
@AtMostOne({"@note", "mask"})
@Requires(
    given = "mask",
    needed = {"thumb-nail", "@wells"})
@DimensionNamesAgree
public interface Plate {
  /** Where the wells are. */
  @Attribute
  @Sized(min = 1, max = 96)
  @Distinct("path")
  List<Position> wells();

  @Attribute
  Optional<@RefersTo(NdArray.class) String> first();

  @Attribute
  Optional<String> note();

  /** A picture. */
  @Named("thumb-nail")
  @ArrayOf(
      types = "uint8",
      dimensions = {"y", "x", "3"})
  Optional<NdArray> thumbnail();

  @Recommended
  @ArrayOf(
      types = "bool",
      dimensions = {"y", "x"},
      fillValue = "false")
  Optional<NdArray> mask();

  /** The same, sparse or not. */
  Optional<Matrix> matrix();

  /** All wells. */
  @Members(value = "well_{row}", min = 1)
  Map<String, Well> wellGroups();

  @Members(others = true)
  Map<String, Matrix> others();

  /** A well and where it is. */
  record Position(@RefersTo(Well.class) String path, int row) {}

  /** One well. */
  @Group
  interface Well {
    @Attribute
    Optional<String> content();

    @ArrayOf(
        types = {"uint8", "uint16"},
        dimensions = {"...", "h", "w"})
    NdArray image();
  }

  /** A matrix in one of two forms. */
  sealed interface Matrix permits Dense, Packed {}

  /** As an array. */
  @ArrayNode
  @Named("full")
  non-sealed interface Dense extends Matrix {
    @Attribute
    Optional<String> unit();

    @ArrayOf(dimensions = {"*", "*"})
    NdArray values();
  }

  /** As a group. */
  @Group
  non-sealed interface Packed extends Matrix {
    @ArrayOf(types = "real", dimensions = "stored")
    NdArray values();

    @ArrayOf(
        types = "int32",
        dimensions = {"stored", "2"})
    NdArray places();
  }
}
