package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value under inspection: where it is, what it is, and whether it is sound so far. */
public final class Part {
  private final Ledger ledger;
  private final NodePath node;
  private final JsonPointer pointer;
  private final JsonValue value;

  Part(Ledger ledger, NodePath node, JsonPointer pointer, JsonValue value) {
    this.ledger = ledger;
    this.node = node;
    this.pointer = pointer;
    this.value = value;
  }

  /** The hierarchy that is checked. */
  public NodeSpec hierarchy() {
    return ledger.hierarchy();
  }

  /** The path of the node that has the value. */
  public NodePath node() {
    return node;
  }

  /** Where the value is in the metadata document of its node. */
  public JsonPointer pointer() {
    return pointer;
  }

  /** The value. */
  public JsonValue value() {
    return value;
  }

  /** The text, if the value is one. */
  public Optional<String> text() {
    return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The path of the node that the text leads to from this node, if it is such a path at all. */
  public Optional<NodePath> path() {
    return text().flatMap(text -> Reference.resolve(node, text));
  }

  /** The member of that name, if the value is an object that has one. */
  public Optional<Part> field(String name) {
    return value instanceof JsonObject object
        ? object.get(name).map(member -> new Part(ledger, node, pointer.child(name), member))
        : Optional.empty();
  }

  /** The elements, if the value is a list; else none. */
  public List<Part> elements() {
    List<Part> elements = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        elements.add(new Part(ledger, node, pointer.child(i), array.elements().get(i)));
      }
    }
    return elements;
  }

  /**
   * Whether nothing is known to be broken in the value or below it that would make breaking another
   * rule a mere consequence.
   *
   * @param asking the other rule
   */
  public boolean isSound(Rule asking) {
    return ledger.isSound(node, pointer, asking);
  }

  /**
   * Whether the value itself is not known to be broken, whatever is below it.
   *
   * @param asking the rule that builds on it
   */
  public boolean isIntact(Rule asking) {
    return ledger.isIntact(node, pointer, asking);
  }

  /**
   * Reports a broken rule at this place.
   *
   * @param details fills in the message and what else is known; it may name another place
   */
  public void report(Rule rule, UnaryOperator<Finding.Builder> details) {
    Finding.Builder finding = Finding.builder().rule(rule).node(node).pointer(pointer);
    ledger.add(details.apply(finding).build());
  }

  /** A member that is not there. */
  Part absent(String name) {
    return new Part(ledger, node, pointer.child(name), value);
  }
}
