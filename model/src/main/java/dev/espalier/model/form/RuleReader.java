package dev.espalier.model.form;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the table of rules, and what refers to them. */
final class RuleReader {
  private final Map<String, Rule> table = new LinkedHashMap<>();
  private final Map<String, At> unused = new LinkedHashMap<>();

  RuleReader(Optional<At> rules) {
    rules.ifPresent(
        at ->
            at.entries("an object of rules")
                .forEach(
                    (id, spelled) -> {
                      Keys keys = new Keys(spelled, "a rule");
                      table.put(id, rule(id, keys));
                      unused.put(id, spelled);
                      keys.finish();
                    }));
  }

  private static Rule rule(String id, Keys keys) {
    Level level =
        keys.get("level").map(at -> word(at, Level.values(), Level.MUST)).orElse(Level.MUST);
    Rule.Origin origin =
        keys.get("origin")
            .map(at -> word(at, Rule.Origin.values(), Rule.Origin.TEXT))
            .orElse(Rule.Origin.TEXT);
    return new Rule(id, level, origin, keys.text("text", ""));
  }

  private static <E extends Enum<E>> E word(At at, E[] values, E otherwise) {
    List<String> names = Arrays.stream(values).map(Enum::name).toList();
    Optional<String> word = at.word(names, "one of " + String.join(", ", names));
    return word.map(w -> values[names.indexOf(w)]).orElse(otherwise);
  }

  /** The rule of a key, or the usual one where there is no such key. */
  Rule under(Keys keys, String key, Rule usual) {
    return keys.get(key).map(at -> reference(at, usual)).orElse(usual);
  }

  Rule reference(At at, Rule usual) {
    if (at.value() instanceof JsonObject) {
      Keys keys = new Keys(at, "a rule");
      Optional<String> id = keys.required("id", "the identity").flatMap(i -> i.text("a string"));
      Rule rule = rule(id.orElse(usual.id()), keys);
      keys.finish();
      return rule;
    }
    Optional<String> id = at.text("the identity of a rule");
    id.ifPresent(unused::remove);
    Optional<Rule> known =
        id.flatMap(
            i ->
                Optional.ofNullable(table.get(i))
                    .or(() -> CoreRules.all().stream().filter(c -> c.id().equals(i)).findFirst()));
    if (known.isEmpty() && id.isPresent()) {
      Optional<String> meant =
          Stream.concat(table.keySet().stream(), CoreRules.all().stream().map(Rule::id))
              .filter(n -> NearMiss.isNear(id.get(), n))
              .findFirst();
      meant.ifPresent(unused::remove);
      at.refuse(
          "no rule is called \"" + id.get() + "\"",
          meant
              .map(m -> "write \"" + m + "\"")
              .orElse("add \"" + id.get() + "\" to \"rules\" at the top of the document"));
    }
    return known.orElse(usual);
  }

  /** Notes every rule that nothing is under: it would never be found broken. */
  void finish() {
    unused.forEach(
        (id, at) ->
            at.refuse("nothing is under the rule \"" + id + "\"", "name it where it is checked"));
  }

  List<Rule> references(At at) {
    return at.elements("a list of rules").stream()
        .map(one -> reference(one, CoreRules.RULE_CHECKED))
        .toList();
  }
}
