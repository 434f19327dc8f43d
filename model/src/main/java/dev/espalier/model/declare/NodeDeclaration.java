package dev.espalier.model.declare;

import dev.espalier.model.schema.NodeSchema;

/** What becomes the schema of a node. */
@FunctionalInterface
public interface NodeDeclaration {
  /** The schema. */
  NodeSchema toSchema();
}
