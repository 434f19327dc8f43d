package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import java.util.List;

/** What a node of a hierarchy has to be. */
public sealed interface NodeSchema {
  /** The rule that a node of another kind breaks. */
  Rule rule();

  /** What its attributes have to be. */
  ValueSchema.Obj attributes();

  /** Every rule of this schema and of all that it holds, in the order of the declaration. */
  default List<Rule> rules() {
    return RuleWalk.rulesOf(this);
  }

  /**
   * A group.
   *
   * @param rule broken by a node that is none
   * @param attributes what its attributes have to be
   */
  record Group(Rule rule, ValueSchema.Obj attributes) implements NodeSchema {}

  /**
   * An array.
   *
   * @param rule broken by a node that is none
   * @param attributes what its attributes have to be
   */
  record Array(Rule rule, ValueSchema.Obj attributes) implements NodeSchema {}
}
