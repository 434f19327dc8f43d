package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import java.util.Optional;

/**
 * A member of an object.
 *
 * @param name its name
 * @param presence the rule that its absence breaks; without one it may be absent
 * @param value what it has to be where it is there
 * @param absent the value that is meant where it is absent, and that a writer writes
 * @param text what it means, for those who read the documentation; may be empty
 */
public record Field(
    String name,
    Optional<Rule> presence,
    ValueSchema value,
    Optional<JsonValue> absent,
    String text) {
  /** A member without documentation, whose absence means nothing. */
  public Field(String name, Optional<Rule> presence, ValueSchema value) {
    this(name, presence, value, Optional.empty(), "");
  }

  /** A member that has to be there. */
  public static Field required(String name, ValueSchema value) {
    return demanded(CoreRules.ATTRIBUTE_MISSING, name, value);
  }

  /** A member that should be there. */
  public static Field recommended(String name, ValueSchema value) {
    return demanded(CoreRules.ATTRIBUTE_RECOMMENDED, name, value);
  }

  /** A member that may be absent. */
  public static Field optional(String name, ValueSchema value) {
    return new Field(name, Optional.empty(), value);
  }

  /**
   * A member that is not there: in a choice, what has it is another alternative, however much is
   * wrong with it.
   */
  public static Field excluded(String name) {
    Constraint never = new Constraint.OneOf(CoreRules.ATTRIBUTE_VALUE, List.of());
    return optional(name, ValueSchema.any("nothing").with(never));
  }

  /** A member that has to be there, or should, as the rule's level says. */
  public static Field demanded(Rule presence, String name, ValueSchema value) {
    return new Field(name, Optional.of(presence), value);
  }

  /** This member with a value that is meant where it is absent. */
  public Field orElse(JsonValue value) {
    return new Field(name, presence, this.value, Optional.of(value), text);
  }

  /** This member with documentation. */
  public Field describedAs(String words) {
    return new Field(name, presence, value, absent, words);
  }
}
