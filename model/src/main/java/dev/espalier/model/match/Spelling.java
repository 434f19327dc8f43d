package dev.espalier.model.match;

import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises values that are right but for the way they are spelled. */
final class Spelling {
  private static final int LONGEST = 40;
  private static final int SHORT = 4;
  private static final String NUMBER = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?";

  private Spelling() {}

  /**
   * The number or truth value that a text spells, or the text for a number, where one is asked. A
   * number that stands for a name is put in quotes only where something has that name.
   */
  static Optional<JsonValue> meant(ValueSchema schema, Part found) {
    return schema instanceof ValueSchema.Scalar scalar
        ? spelled(scalar.kind(), found.value())
            .filter(value -> scalar.kind().holds(value) && isAllowed(scalar, value, found))
        : Optional.empty();
  }

  /**
   * The allowed text that another one is a misspelling of, for certain: putting it there changes no
   * meaning. Another value is not mended so, even where only one is allowed: data in centimetres do
   * not come to be in metres by saying so.
   */
  static Optional<JsonValue> meant(List<JsonValue> allowed, String found) {
    List<JsonValue> near =
        allowed.stream()
            .filter(one -> one instanceof JsonString text && isMisspelt(found, text.value()))
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /**
   * In a short text each letter counts: {@code mPa} is not {@code MPa}, and {@code degC} is not
   * {@code degF}.
   */
  private static boolean isMisspelt(String found, String meant) {
    int length = Math.min(found.length(), meant.length());
    return length >= SHORT
        && NearMiss.isNear(found, meant)
        && (length > SHORT || found.equalsIgnoreCase(meant) || haveSameLetters(found, meant));
  }

  private static boolean haveSameLetters(String left, String right) {
    return Arrays.equals(letters(left), letters(right));
  }

  private static int[] letters(String text) {
    return text.toLowerCase(Locale.ROOT).chars().sorted().toArray();
  }

  private static boolean isAllowed(ValueSchema.Scalar scalar, JsonValue value, Part found) {
    for (Constraint constraint : scalar.constraints()) {
      boolean allowed = !(constraint instanceof Constraint.NamesDimension);
      if (constraint instanceof Constraint.OneOf oneOf) {
        allowed = oneOf.values().contains(value);
      } else if (constraint instanceof Constraint.Matches matches) {
        allowed =
            value instanceof JsonString text
                && matches.pattern().matcher().test(text.value(), new StepBudget(0))
                    == TextPattern.Verdict.MATCHES;
      } else if (constraint instanceof Constraint.Refers) {
        allowed =
            value instanceof JsonString text
                && Reference.resolve(found.node(), text.value())
                    .flatMap(found.hierarchy()::find)
                    .isPresent();
      }
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  private static Optional<JsonValue> spelled(ValueSchema.Kind kind, JsonValue found) {
    if (kind == ValueSchema.Kind.STRING) {
      return found instanceof JsonNumber number
          ? Optional.of(JsonValue.of(number.toString()))
          : Optional.empty();
    }
    if (!(found instanceof JsonString string) || string.value().length() > LONGEST) {
      return Optional.empty();
    }
    String text = string.value();
    if (kind == ValueSchema.Kind.BOOLEAN) {
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
          ? Optional.of(JsonBoolean.of(Boolean.parseBoolean(text)))
          : Optional.empty();
    }
    return text.matches(NUMBER) ? Optional.of(new JsonNumber(text)) : Optional.empty();
  }
}
