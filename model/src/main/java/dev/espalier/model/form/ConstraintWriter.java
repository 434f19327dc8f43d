package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Constraint;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Spells constraints: beside the type where that can say them all in their order, else as a list.
 */
final class ConstraintWriter {
  private final RuleTable rules;

  ConstraintWriter(RuleTable rules) {
    this.rules = rules;
  }

  void put(JsonObject.Builder out, List<Constraint> constraints) {
    if (isPlain(constraints)) {
      constraints.forEach(constraint -> plain(out, constraint));
    } else {
      out.put(
          "constraints", new JsonArray(constraints.stream().<JsonValue>map(this::one).toList()));
    }
  }

  /** Whether the order in which a reader takes what stands beside the type is their order. */
  private static boolean isPlain(List<Constraint> constraints) {
    int last = -1;
    Set<Integer> seen = new HashSet<>();
    for (Constraint constraint : constraints) {
      int place = place(constraint);
      if (place <= last
          || !seen.add(place)
          || !constraint.rules().equals(List.of(ConstraintReader.usual(constraint)))) {
        return false;
      }
      last = place;
    }
    return true;
  }

  private static int place(Constraint constraint) {
    if (constraint instanceof Constraint.OneOf) {
      return 0;
    }
    if (constraint instanceof Constraint.Matches) {
      return 1;
    }
    if (constraint instanceof Constraint.Bounds) {
      return 2;
    }
    if (constraint instanceof Constraint.Length) {
      return 3;
    }
    if (constraint instanceof Constraint.Distinct) {
      return 4;
    }
    if (constraint instanceof Constraint.Refers) {
      return 5;
    }
    if (constraint instanceof Constraint.EqualsExtent) {
      return 6;
    }
    return constraint instanceof Constraint.NamesDimension ? 7 : -1;
  }

  JsonObject one(Constraint constraint) {
    JsonObject.Builder out = JsonObject.builder();
    if (constraint instanceof Constraint.Coded coded) {
      return JsonObject.of(
          "code", new JsonArray(coded.rules().stream().map(rules::reference).toList()));
    }
    plain(out, constraint);
    Rule own = constraint.rules().get(0);
    return own.equals(ConstraintReader.usual(constraint))
        ? out.build()
        : out.put("under", rules.reference(own)).build();
  }

  private static void plain(JsonObject.Builder out, Constraint constraint) {
    if (constraint instanceof Constraint.OneOf oneOf) {
      out.put("one_of", new JsonArray(oneOf.values()));
    } else if (constraint instanceof Constraint.Matches matches) {
      out.put("pattern", matches.pattern().regex());
      if (!matches.words().equals(ConstraintReader.meaning(matches.pattern()))) {
        out.put("meaning", matches.words());
      }
    } else if (constraint instanceof Constraint.Bounds bounds) {
      bounds.min().ifPresent(m -> out.put(bounds.minIncluded() ? "min" : "above", number(m)));
      bounds.max().ifPresent(m -> out.put(bounds.maxIncluded() ? "max" : "below", number(m)));
    } else if (constraint instanceof Constraint.Length length) {
      out.put(
          "size",
          length.max().isPresent()
              ? JsonArray.ofLongs(length.min(), length.max().getAsInt())
              : JsonArray.ofLongs(length.min()));
    } else if (constraint instanceof Constraint.Distinct distinct) {
      out.put("distinct", distinct.field().map(JsonValue::of).orElse(JsonValue.of(true)));
    } else if (constraint instanceof Constraint.Counted counted) {
      out.put("count", counted(counted));
    } else if (constraint instanceof Constraint.Refers refers) {
      out.put("refers_to", refers.target());
    } else if (constraint instanceof Constraint.EqualsExtent equal) {
      out.put("equals", ExtentForm.write(equal.extent()));
    } else if (constraint instanceof Constraint.NamesDimension named) {
      out.put("names_dimension", named.symbol());
    }
  }

  private static JsonObject counted(Constraint.Counted counted) {
    JsonObject.Builder out =
        JsonObject.builder()
            .put("field", counted.selector().field())
            .put("texts", JsonArray.ofStrings(counted.selector().texts()));
    if (counted.selector().orAbsent()) {
      out.put("or_absent", true);
    }
    if (counted.min() != 0) {
      out.put("min", counted.min());
    }
    return counted.max() == Integer.MAX_VALUE ? out.build() : out.put("max", counted.max()).build();
  }

  private static JsonNumber number(BigDecimal number) {
    return new JsonNumber(number.toString());
  }
}
