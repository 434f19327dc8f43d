package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A convention as data: what a node that follows it has to be.
 *
 * @param identity which convention, in which version
 * @param title what it is for, in a line; may be empty
 * @param root what the node has to be
 * @param definitions what references speak of, by name
 */
public record Schema(
    Identity identity, String title, NodeSchema root, Map<String, NodeSchema> definitions) {
  /**
   * Copies the definitions and checks the schema as a whole.
   *
   * @throws IllegalArgumentException with every mistake: a reference to nothing, one that leads to
   *     itself only, a member that needs itself, a symbol that nothing gives a value
   */
  public Schema {
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    List<SchemaMistake> mistakes = mistakes(root, definitions);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "schema "
              + identity
              + ": "
              + String.join("; ", mistakes.stream().map(SchemaMistake::message).toList()));
    }
  }

  /** What keeps a root and definitions from being a schema; nothing, where they are one. */
  public static List<SchemaMistake> mistakes(NodeSchema root, Map<String, NodeSchema> definitions) {
    return SchemaConsistency.mistakes(root, definitions);
  }

  /** The schema that a reference leads to, through other references; other schemas as they are. */
  public NodeSchema resolve(NodeSchema node) {
    NodeSchema here = node;
    while (here instanceof NodeSchema.Reference reference) {
      here =
          Optional.ofNullable(definitions.get(reference.definition()))
              .orElseThrow(() -> new IllegalArgumentException("no definition " + reference));
    }
    return here;
  }

  /** Every rule that a hierarchy can break, in the order of the declaration. */
  public List<Rule> rules() {
    return RuleWalk.rulesOf(this);
  }

  /** The rules that a node can break, and what is declared in place below it; no references. */
  public static List<Rule> rulesOf(NodeSchema node) {
    return RuleWalk.rulesOf(node);
  }
}
