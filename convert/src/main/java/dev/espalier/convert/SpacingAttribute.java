package dev.espalier.convert;

import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads distances between elements from an attribute. */
final class SpacingAttribute {
  /** Axes along which elements are not apart in space. */
  private static final Set<String> NOT_SPACE = Set.of("t", "c");

  /** Units that the end of an attribute's name may spell, behind an underscore. */
  private static final Set<String> UNITS =
      Set.of(
          "pm",
          "nm",
          "um",
          "µm",
          "μm",
          "mm",
          "cm",
          "dm",
          "m",
          "km",
          "angstrom",
          "picometer",
          "nanometer",
          "micrometer",
          "micron",
          "microns",
          "millimeter",
          "centimeter",
          "meter");

  private final NodePath node;
  private final Attributes attributes;
  private final String name;

  private SpacingAttribute(NodePath node, Attributes attributes, String name) {
    this.node = node;
    this.attributes = attributes;
    this.name = name;
  }

  /**
   * Reads the distances.
   *
   * @param axes the name of each axis of the array, slowest first
   */
  static Map<String, Quantity> read(
      Spacing.FromAttribute wanted, NodeSpec source, NodePath array, List<String> axes) {
    NodePath node = wanted.node().orElse(array);
    Attributes attributes =
        source
            .find(node)
            .orElseThrow(() -> new RequestException("no node " + node + " in the source"))
            .attributes();
    return new SpacingAttribute(node, attributes, wanted.attribute()).read(axes);
  }

  private Map<String, Quantity> read(List<String> axes) {
    List<String> spaceAxes = axes.stream().filter(axis -> !NOT_SPACE.contains(axis)).toList();
    List<JsonValue> numbers = numbers();
    if (numbers.size() != spaceAxes.size() && numbers.size() != 1) {
      throw new RequestException(
          this
              + " holds "
              + numbers.size()
              + " numbers; expected one for each of the space axes "
              + String.join(", ", spaceAxes));
    }
    Map<String, Quantity> byAxis = new LinkedHashMap<>();
    for (int i = 0; i < spaceAxes.size(); i++) {
      JsonValue value = numbers.get(numbers.size() == 1 ? 0 : i);
      if (!(value instanceof JsonNumber number)) {
        throw new RequestException(this + " holds " + value + "; expected numbers");
      }
      byAxis.put(spaceAxes.get(i), new Quantity(number, unit()));
    }
    return byAxis;
  }

  private List<JsonValue> numbers() {
    JsonValue value =
        attributes
            .get(name)
            .orElseThrow(
                () ->
                    new RequestException(
                        "no "
                            + this
                            + "; the attributes there are: "
                            + String.join(", ", attributes.byName().keySet())));
    return value instanceof JsonArray array ? array.elements() : List.of(value);
  }

  private Optional<String> unit() {
    for (String companion : List.of(name + "_unit", name + "_units")) {
      if (attributes.get(companion).orElse(null) instanceof JsonString text) {
        return Optional.of(text.value());
      }
    }
    String end = name.substring(name.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    return name.indexOf('_') >= 0 && UNITS.contains(end) ? Optional.of(end) : Optional.empty();
  }

  @Override
  public String toString() {
    return "attribute \"" + name + "\" at " + node;
  }
}
