package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value under inspection: where it is, what it is, and whether it is sound so far. */
public interface Part {
  /** The hierarchy that is checked. */
  NodeSpec hierarchy();

  /** The path of the node that has the value. */
  NodePath node();

  /** Where the value is in the metadata document of its node. */
  JsonPointer pointer();

  /** What messages call the place: {@code "name"}, {@code element 2 of "axes"}. */
  String words();

  /** The value. */
  JsonValue value();

  /** The text, if the value is one. */
  Optional<String> text();

  /** The path of the node that the text leads to from this node, if it is such a path at all. */
  Optional<NodePath> path();

  /** The member of that name, if the value is an object that has one. */
  Optional<Part> field(String name);

  /** The elements, if the value is a list; else none. */
  List<Part> elements();

  /**
   * Whether nothing is known to be broken in the value or below it that would make breaking another
   * rule a mere consequence.
   *
   * @param asking the other rule
   */
  boolean isSound(Rule asking);

  /**
   * Whether the value itself is not known to be broken, whatever is below it.
   *
   * @param asking the rule that builds on it
   */
  boolean isIntact(Rule asking);

  /**
   * Reports a broken rule at this place.
   *
   * @param details fills in the message and what else is known; it may name another place
   */
  void report(Rule rule, UnaryOperator<Finding.Builder> details);
}
