package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import java.util.Optional;

/**
 * Keys of the flat form: paths, exact or under an expression.
 *
 * @param path the path, if there is one only; the root is empty
 * @param expression what the path matches, without anchors
 */
record Keys(Optional<String> path, String expression) {
  static Keys root() {
    return new Keys(Optional.of(""), "");
  }

  boolean isExact() {
    return path.isPresent();
  }

  /** The member of that name. */
  Keys child(String name) {
    return new Keys(path.map(p -> p + "/" + name), expression + "/" + RegexForm.quote(name));
  }

  /** What goes on in a way that matches an expression. */
  Keys matching(String regex) {
    return new Keys(Optional.empty(), expression + regex);
  }

  /** The expression, anchored at both ends. */
  String regex() {
    return "^" + expression + "$";
  }

  /** Demands that the values of these keys fit a schema. */
  void hold(JsonObject schema, Keywords out) {
    if (isExact()) {
      out.add(Keywords.member(key(), schema));
    } else {
      out.add("patternProperties", JsonObject.of(regex(), schema));
    }
  }

  /** The condition that there is such a key. */
  JsonObject isThere() {
    return isExact()
        ? Keywords.required(key())
        : Keywords.not(
            JsonObject.of("patternProperties", JsonObject.of(regex(), JsonBoolean.FALSE)));
  }

  /** Demands something where there is such a key; the root is always there. */
  void whenThere(JsonObject demanded, Keywords out) {
    out.add(
        path.filter(String::isEmpty).isPresent() ? demanded : Keywords.when(isThere(), demanded));
  }

  /** The condition that there is this exact key and its value has a member that fits a schema. */
  JsonObject withMember(String name, JsonObject schema) {
    return Keywords.requiredMember(key(), Keywords.requiredMember(name, schema));
  }

  private String key() {
    String exact = path.orElseThrow();
    return exact.isEmpty() ? "/" : exact;
  }
}
