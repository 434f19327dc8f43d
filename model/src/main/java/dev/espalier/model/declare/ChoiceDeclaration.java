package dev.espalier.model.declare;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the alternatives of a {@link NodeSchema.Choice}. */
public final class ChoiceDeclaration implements NodeDeclaration {
  private final Map<String, NodeSchema> alternatives = new LinkedHashMap<>();
  private Rule rule = CoreRules.CHOICE;
  private String text = "";

  ChoiceDeclaration() {}

  /** Adds an alternative under a name for messages and documentation. */
  public ChoiceDeclaration or(String name, NodeDeclaration node) {
    alternatives.put(name, node.toSchema());
    return this;
  }

  /** The rule that is broken where no alternative is near. */
  public ChoiceDeclaration under(Rule broken) {
    rule = broken;
    return this;
  }

  /** What the node is, in Markdown. */
  public ChoiceDeclaration text(String words) {
    text = words;
    return this;
  }

  @Override
  public NodeSchema.Choice toSchema() {
    return new NodeSchema.Choice(rule, alternatives, text);
  }
}
