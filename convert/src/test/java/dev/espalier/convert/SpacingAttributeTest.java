package dev.espalier.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpacingAttributeTest {
  private static final List<String> AXES = List.of("t", "c", "z", "y", "x");

  private static Map<String, Quantity> read(Attributes attributes, String name) {
    NodeSpec tree = GroupSpec.empty().withAttributes(attributes);
    return SpacingAttribute.read(
        new Spacing.FromAttribute(Optional.empty(), name), tree, NodePath.root(), AXES);
  }

  private static Attributes with(String name, String... numbers) {
    return Attributes.none()
        .with(name, new JsonArray(Stream.of(numbers).<JsonValue>map(JsonNumber::new).toList()));
  }

  @Test
  void numbersGoToTheSpaceAxesInTheirOrder() {
    assertThat(read(with("size", "2.0", "0.5", "0.25"), "size"))
        .isEqualTo(
            Map.of("z", quantity("2.0", ""), "y", quantity("0.5", ""), "x", quantity("0.25", "")));
  }

  @Test
  void oneNumberIsForAllOfThem() {
    assertThat(read(Attributes.none().with("size", new JsonNumber("3")), "size"))
        .isEqualTo(Map.of("z", quantity("3", ""), "y", quantity("3", ""), "x", quantity("3", "")));
  }

  @Test
  void theUnitIsThatOfACompanion() {
    Attributes attributes =
        with("size_um", "1", "1", "1").with("size_um_unit", JsonValue.of("millimeter"));
    assertThat(read(attributes, "size_um").get("x")).isEqualTo(quantity("1", "millimeter"));
  }

  @Test
  void theUnitIsWhatTheNameEndsIn() {
    assertThat(read(with("element_size_um", "1", "1", "1"), "element_size_um").get("x"))
        .isEqualTo(quantity("1", "um"));
    assertThat(read(with("VoxelSize_NM", "1", "1", "1"), "VoxelSize_NM").get("x"))
        .isEqualTo(quantity("1", "nm"));
    assertThat(read(with("um", "1", "1", "1"), "um").get("x")).isEqualTo(quantity("1", ""));
    assertThat(read(with("the_size", "1", "1", "1"), "the_size").get("x"))
        .isEqualTo(quantity("1", ""));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> read(with("size", "1", "2"), "size"))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "attribute \"size\" at / holds 2 numbers; expected one for each of the space axes z, y,"
                + " x");
    assertThatThrownBy(() -> read(with("a", "1").with("b", JsonValue.of("")), "size"))
        .hasMessage("no attribute \"size\" at /; the attributes there are: a, b");
    assertThatThrownBy(() -> read(Attributes.none().with("size", JsonValue.of("big")), "size"))
        .hasMessage("attribute \"size\" at / holds \"big\"; expected numbers");
  }

  private static Quantity quantity(String number, String unit) {
    return new Quantity(
        new JsonNumber(number), unit.isEmpty() ? Optional.empty() : Optional.of(unit));
  }
}
