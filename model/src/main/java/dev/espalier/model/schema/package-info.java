/**
 * Schemas as data: what the nodes of a hierarchy have to be.
 *
 * <p>A {@link dev.espalier.model.schema.Schema} is an identity and a tree of {@link
 * dev.espalier.model.schema.NodeSchema}; start there. Reader, writer, validator, JSON Schema and
 * documentation are projections of it. This package never knows how a hierarchy is checked, nor a
 * particular convention.
 */
@NullMarked
package dev.espalier.model.schema;

import org.jspecify.annotations.NullMarked;
