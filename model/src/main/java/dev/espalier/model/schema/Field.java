package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import java.util.Optional;

/**
 * A member of an object.
 *
 * @param name its name
 * @param presence the rule that its absence breaks; without one it may be absent
 * @param value what it has to be where it is there
 */
public record Field(String name, Optional<Rule> presence, ValueSchema value) {
  /** A member that may be absent. */
  public static Field optional(String name, ValueSchema value) {
    return new Field(name, Optional.empty(), value);
  }

  /** A member that has to be there, or should, as the rule's level says. */
  public static Field demanded(Rule presence, String name, ValueSchema value) {
    return new Field(name, Optional.of(presence), value);
  }
}
