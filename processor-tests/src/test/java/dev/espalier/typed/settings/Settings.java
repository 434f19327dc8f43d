package dev.espalier.typed.settings;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Fields;
import dev.espalier.model.annotation.Recommended;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.value.AtMost;
import dev.espalier.model.annotation.value.Between;
import dev.espalier.model.annotation.value.Distinct;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Nothing but attributes, of every type. */
@Convention(name = "example:settings", version = "1")
public interface Settings {
  @Attribute
  Integer small();

  @Attribute
  Long large();

  @Attribute
  @Between(min = -0.5, max = 0.5)
  BigDecimal exact();

  @Attribute
  @Distinct
  List<@OneOf({"x", "y"}) String> axes();

  @Attribute
  Map<String, List<List<@AtMost(9.5) Double>>> tables();

  /** Whatever was said. */
  @Attribute
  Optional<JsonValue> remarks();

  @Attribute
  OptionalInt count();

  @Attribute
  OptionalLong bytes();

  @Attribute
  @Recommended
  OptionalDouble ratio();

  @Attribute
  Camera camera();

  @Attribute
  default boolean wrapped() {
    return true;
  }

  @Attribute
  default List<String> tags() {
    return List.of("none");
  }

  /** Computed, and so no attribute. */
  @Value.NonAttribute
  default String summary() {
    return small() + " of " + large();
  }

  /** A camera. */
  @Fields(closed = true)
  interface Camera {
    /** Who made it. */
    String maker();

    @Attribute("f-number")
    default double fNumber() {
      return 2.8;
    }

    Optional<Lens> lens();

    @Check(id = "settings.maker", text = "The maker is known.")
    static void known(Part camera, Rule rule) {
      if (camera.field("maker").flatMap(Part::text).filter(String::isEmpty).isPresent()) {
        camera.report(rule, finding -> finding.message("nobody made the camera"));
      }
    }
  }

  /** A lens. */
  record Lens(@Attribute("focal length") double focal, OptionalInt blades) {}
}
