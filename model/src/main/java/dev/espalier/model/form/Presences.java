package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import java.util.Optional;

/** How strongly a field is asked for. */
final class Presences {
  private static final List<String> WORDS = List.of("required", "recommended", "optional");
  private static final String EXPECTED = "required, recommended, optional or an object with a rule";

  private Presences() {}

  static Optional<Rule> ofField(Optional<At> word, RuleReader rules) {
    if (word.isPresent() && word.get().value() instanceof JsonObject) {
      Keys keys = new Keys(word.get(), "a presence");
      Optional<Rule> rule =
          keys.required("rule", "the rule that is broken by absence")
              .map(at -> rules.reference(at, CoreRules.ATTRIBUTE_MISSING));
      keys.finish();
      return rule;
    }
    return switch (word(word)) {
      case "required" -> Optional.of(CoreRules.ATTRIBUTE_MISSING);
      case "recommended" -> Optional.of(CoreRules.ATTRIBUTE_RECOMMENDED);
      default -> Optional.empty();
    };
  }

  /** What the word says; what is asked for without a word is required. */
  static String word(Optional<At> word) {
    return word.isEmpty() ? "required" : word.get().word(WORDS, EXPECTED).orElse("optional");
  }
}
