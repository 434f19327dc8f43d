package dev.espalier.cli.output;

import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.tree.Difference;
import java.util.Optional;

/** Differences between hierarchies, as JSON and as lines. */
public final class DifferenceJson {
  private DifferenceJson() {}

  /** One difference as a document. */
  public static JsonObject of(Difference difference) {
    return JsonObject.builder()
        .put("path", difference.path().toString())
        .put("facet", difference.place())
        .put("left", difference.left().orElse(JsonNull.NULL))
        .put("right", difference.right().orElse(JsonNull.NULL))
        .build();
  }

  /** One difference as a line. */
  public static String text(Difference difference) {
    return difference.path()
        + "  "
        + difference.place()
        + ": "
        + side(difference.left())
        + " | "
        + side(difference.right());
  }

  private static String side(Optional<JsonValue> value) {
    return value.map(JsonValue::toString).orElse("(not there)");
  }
}
