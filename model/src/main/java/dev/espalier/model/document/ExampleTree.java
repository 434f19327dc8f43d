package dev.espalier.model.document;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.type.DataType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A small hierarchy that follows a convention, made up from its declaration: it has what has to be
 * and should be there, and dimensions of a few elements.
 *
 * <p>What only code can check is not known here, so that such a rule may find something in it.
 */
public final class ExampleTree {
  private final Schema schema;
  private final ExampleExtents extents = new ExampleExtents();

  private ExampleTree(Schema schema) {
    this.schema = schema;
  }

  /** Makes up a hierarchy; the same one for the same declaration. */
  public static NodeSpec of(Schema schema) {
    ExampleTree tree = new ExampleTree(schema);
    return tree.node(schema.root(), Set.of(), Optional.empty())
        .orElseThrow(
            () -> new IllegalStateException("no end to what " + schema.identity() + " needs"));
  }

  /**
   * A node, unless it would have to hold itself.
   *
   * @param open the definitions that are being followed
   * @param type the type of an array's elements, where another array decides it
   */
  Optional<NodeSpec> node(NodeSchema node, Set<String> open, Optional<DataType> type) {
    if (node instanceof NodeSchema.Reference reference) {
      return definition(reference.definition(), open, type);
    }
    if (node instanceof NodeSchema.Choice choice) {
      return choice.alternatives().values().stream()
          .flatMap(one -> node(one, open, type).stream())
          .findFirst();
    }
    return node instanceof NodeSchema.Group group
        ? new ExampleGroup(this, group, open).build().map(NodeSpec.class::cast)
        : Optional.of(ExampleArray.of((NodeSchema.Array) node, extents, type));
  }

  private Optional<NodeSpec> definition(String name, Set<String> open, Optional<DataType> type) {
    if (open.contains(name)) {
      return Optional.empty();
    }
    Set<String> more = new HashSet<>(open);
    more.add(name);
    NodeSchema body = schema.definitions().get(name);
    return body == null ? Optional.empty() : node(body, more, type);
  }

  Schema schema() {
    return schema;
  }

  ExampleExtents extents() {
    return extents;
  }
}
