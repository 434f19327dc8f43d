package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object whose other fields depend on one of them.
 *
 * @param rule broken by a value that is no object
 * @param by the field that decides, a string
 * @param cases what the object has to be, by the text of that field
 * @param otherwise what it has to be for other texts and where the field is missing; without it,
 *     another text breaks the field's rule
 */
public record ValueChoice(
    Rule rule,
    Field by,
    Map<String, ValueSchema.Obj> cases,
    Optional<ValueSchema.Obj> otherwise,
    List<Constraint> constraints)
    implements ValueSchema {
  /** Copies the cases, keeping their order. */
  public ValueChoice {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    constraints = ConstraintFit.OTHER.copyOf("an object", constraints);
  }

  /** The field that decides, with the texts that it may have if no others are allowed. */
  public Field decisive() {
    if (otherwise.isPresent() || !(by.value() instanceof ValueSchema.Scalar scalar)) {
      return by;
    }
    String[] texts = cases.keySet().toArray(String[]::new);
    boolean plain = scalar.rule().equals(CoreRules.ATTRIBUTE_TYPE);
    Rule another = plain ? CoreRules.ATTRIBUTE_VALUE : scalar.rule();
    return new Field(
        by.name(),
        by.presence(),
        by.value().with(Constraint.oneOf(another, texts)),
        by.absent(),
        by.text());
  }

  /** A choice without cases. */
  public static ValueChoice by(Rule rule, Field field) {
    return new ValueChoice(rule, field, Map.of(), Optional.empty(), List.of());
  }

  /** This choice with a case added. */
  public ValueChoice when(String text, ValueSchema.Obj object) {
    Map<String, ValueSchema.Obj> more = new LinkedHashMap<>(cases);
    more.put(text, object);
    return new ValueChoice(rule, by, more, otherwise, constraints);
  }

  /** This choice with what holds in all other cases. */
  public ValueChoice otherwise(ValueSchema.Obj object) {
    return new ValueChoice(rule, by, cases, Optional.of(object), constraints);
  }

  @Override
  public ValueChoice with(Constraint... more) {
    return new ValueChoice(rule, by, cases, otherwise, Constraint.join(constraints, more));
  }
}
