package dev.espalier.model.jsonschema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives parts of a declaration names that stay as long as the declaration does. */
final class DefinitionNames {
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * Starts with what the declaration itself names.
   *
   * @param definitions the names of its definitions
   */
  DefinitionNames(Collection<String> definitions) {
    definitions.forEach(this::of);
  }

  /** The name of the part at a place: {@code root.signal} for {@code /signal}. */
  String of(String where) {
    return names.computeIfAbsent(where, this::spelled);
  }

  /** The name of the attributes of that part. */
  String attributesOf(String where) {
    String node = of(where);
    return names.computeIfAbsent(where + "@", w -> free(node + "-attributes"));
  }

  private String spelled(String where) {
    String spelled = where.equals("/") ? "root" : where.startsWith("/") ? "root" + where : where;
    String name =
        spelled
            .replace('/', '.')
            .replaceAll("[^A-Za-z0-9_.]+", "-")
            .replaceAll("-+(?=\\.|$)|(?<=\\.)-+", "");
    return free(name);
  }

  private String free(String name) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = name + "-" + number;
    }
    return candidate;
  }
}
