/**
 * Schemas as data: what the attributes of a node, and the nodes that they refer to, have to be.
 *
 * <p>A declaration is built from {@link dev.espalier.model.schema.ValueSchema} and {@link
 * dev.espalier.model.schema.NodeSchema}; {@link dev.espalier.model.schema.SchemaCheck} finds what
 * breaks it, {@link dev.espalier.model.schema.JsonSchemaExport} says it in JSON Schema. Start at
 * {@link dev.espalier.model.schema.NodeSchema}. This package never knows a particular convention.
 */
@NullMarked
package dev.espalier.model.schema;

import org.jspecify.annotations.NullMarked;
