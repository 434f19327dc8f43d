package dev.espalier.model.form;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.pattern.NearMiss;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object whose names are those of the form: each is asked for, and what nobody asks is wrong.
 */
final class Keys {
  private final At at;
  private final Map<String, At> members;
  private final Set<String> asked = new LinkedHashSet<>();

  Keys(At at, String expected) {
    this.at = at;
    this.members = new LinkedHashMap<>(at.entries(expected));
  }

  At at() {
    return at;
  }

  Optional<At> get(String name) {
    asked.add(name);
    return Optional.ofNullable(members.get(name));
  }

  boolean has(String name) {
    return get(name).isPresent();
  }

  Optional<At> required(String name, String what) {
    Optional<At> found = get(name);
    if (found.isEmpty() && at.value() instanceof JsonObject) {
      at.mistakes()
          .add(
              at.pointer().child(name),
              Mistakes.place(at.pointer()) + " has no \"" + name + "\"",
              "\"" + name + "\": " + what,
              near(name).map(n -> "\"" + n + "\"").orElse("nothing"),
              near(name)
                  .map(n -> "rename \"" + n + "\" to \"" + name + "\"")
                  .orElse("add \"" + name + "\": " + what));
      near(name).ifPresent(members::remove);
    }
    return found;
  }

  private Optional<String> near(String name) {
    return members.keySet().stream()
        .filter(n -> !asked.contains(n) && NearMiss.isNear(n, name))
        .findFirst();
  }

  String text(String name, String otherwise) {
    return get(name).flatMap(value -> value.text("a string")).orElse(otherwise);
  }

  boolean flag(String name) {
    return get(name).map(At::isTrue).orElse(false);
  }

  <T> Optional<T> map(String name, Function<At, T> reader) {
    return get(name).map(reader);
  }

  /** Takes every name for right, where a mistake that is told keeps it from being known. */
  void forgive() {
    asked.addAll(members.keySet());
  }

  /** Whether there is a name that nobody has asked for; {@link #finish} will say so. */
  boolean hasStranger() {
    return members.keySet().stream().anyMatch(name -> !asked.contains(name));
  }

  /** Notes every name that the form does not have here. */
  void finish() {
    members.forEach(
        (name, value) -> {
          if (!asked.contains(name)) {
            Optional<String> meant =
                asked.stream()
                    .filter(a -> !members.containsKey(a) && NearMiss.isNear(name, a))
                    .findFirst();
            at.mistakes()
                .add(
                    value.pointer(),
                    value.pointer() + " is no name that the form has there",
                    "one of " + String.join(", ", asked),
                    "\"" + name + "\"",
                    meant
                        .map(m -> "rename \"" + name + "\" to \"" + m + "\"")
                        .orElse("remove \"" + name + "\""));
          }
        });
  }
}
