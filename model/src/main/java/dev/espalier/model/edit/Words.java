package dev.espalier.model.edit;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How edits are worded. */
final class Words {
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_NAMES = 12;

  private Words() {}

  static JsonObject.Builder start(String op, Edit edit) {
    return JsonObject.builder().put("op", op).put("node", edit.node().toString());
  }

  static String quote(String text) {
    return show(JsonValue.of(text));
  }

  static String show(JsonValue value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
  }

  static JsonArray dimensionNames(List<Optional<String>> names) {
    return new JsonArray(
        names.stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
  }

  static String names(Collection<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String shown =
        names.stream().limit(MOST_NAMES).map(Words::quote).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? shown
        : shown + " and " + (names.size() - MOST_NAMES) + " more";
  }
}
