package dev.espalier.cli.option;

import dev.espalier.convert.NodeMapping;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes go: a JSON object whose names are paths in the source, and whose values are their new
 * paths, or {@code null} for what is left out.
 */
public final class MapOption {
  private MapOption() {}

  /** Reads the file. */
  public static NodeMapping read(String file) {
    if (!(JsonFile.read(file) instanceof JsonObject object)) {
      throw wrong(file, "expected an object of paths, as in {\"/raw/image\": \"/image\"}");
    }
    Map<NodePath, Optional<NodePath>> targets = new LinkedHashMap<>();
    object
        .members()
        .forEach((source, target) -> targets.put(path(file, source), target(file, source, target)));
    return new NodeMapping(targets);
  }

  private static Optional<NodePath> target(String file, String source, JsonValue target) {
    if (target == JsonNull.NULL) {
      return Optional.empty();
    }
    if (target instanceof JsonString text) {
      return Optional.of(path(file, text.value()));
    }
    throw wrong(file, source + " goes to " + target + "; expected a path or null");
  }

  private static NodePath path(String file, String text) {
    try {
      return SourceOption.path(text);
    } catch (RequestException e) {
      throw wrong(file, e.getMessage());
    }
  }

  private static RequestException wrong(String file, @Nullable String reason) {
    return new RequestException(file + ": " + reason);
  }
}
