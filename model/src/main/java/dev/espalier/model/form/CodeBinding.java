package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.value.Inspection;
import java.util.List;
import java.util.Optional;

/**
 * Gives the code of rules to a schema that comes as JSON, which cannot hold code. Where there is
 * none, the schema reports {@link dev.espalier.model.schema.rule.CoreRules#RULE_CHECKED} at every
 * node that the rules are about.
 */
public interface CodeBinding {
  /** The code that checks rules about a value, if it is at hand. */
  Optional<Inspection> ofValue(List<Rule> rules);

  /** The code that checks rules about a node, if it is at hand. */
  Optional<NodeInspection> ofNode(List<Rule> rules);

  /** No code at all. */
  static CodeBinding none() {
    return new CodeBinding() {
      @Override
      public Optional<Inspection> ofValue(List<Rule> rules) {
        return Optional.empty();
      }

      @Override
      public Optional<NodeInspection> ofNode(List<Rule> rules) {
        return Optional.empty();
      }
    };
  }
}
