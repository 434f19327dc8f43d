package dev.espalier.model.code;

import java.util.ArrayList;
import java.util.List;

/** The types that are nested in an interface. */
final class Nested {
  static final String INDENT = "  ";

  private final List<String> types = new ArrayList<>();

  /**
   * Adds a type.
   *
   * @param head comment and annotations, a line each
   * @param declaration kind, name, and what it extends
   * @param body its methods
   */
  void add(String head, String declaration, String body) {
    String text = head + declaration + (body.isEmpty() ? " {}\n" : " {" + body + "}\n");
    StringBuilder out = new StringBuilder();
    text.lines().forEach(line -> out.append(line.isEmpty() ? "" : INDENT + line).append('\n'));
    types.add(out.toString());
  }

  List<String> types() {
    return List.copyOf(types);
  }
}
