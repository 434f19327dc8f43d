package dev.espalier.model.match;

import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Makes the parts of a schema ready, each definition once. */
final class MatcherCompiler {
  private final Map<String, NodeMatcher> definitions = new LinkedHashMap<>();

  MatcherCompiler(Schema schema) {
    schema.definitions().forEach((name, node) -> definitions.put(name, node(node)));
  }

  NodeMatcher node(NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      return new GroupMatcher(this, group);
    }
    if (schema instanceof NodeSchema.Array array) {
      return new ArrayMatcher(array);
    }
    if (schema instanceof NodeSchema.Choice choice) {
      return new ChoiceMatcher(this, choice);
    }
    return new ReferenceMatcher(this, (NodeSchema.Reference) schema);
  }

  /** The definition of that name; a schema refers to nothing that it does not define. */
  NodeMatcher definition(String name) {
    return Objects.requireNonNull(definitions.get(name), name);
  }
}
