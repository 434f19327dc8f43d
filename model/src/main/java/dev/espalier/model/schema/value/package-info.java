/**
 * What a schema says about JSON values: the attributes of nodes.
 *
 * <p>Start at {@link dev.espalier.model.schema.value.ValueSchema}. This package never knows how a
 * value is checked, nor what a node has to be beside its attributes.
 */
@NullMarked
package dev.espalier.model.schema.value;

import org.jspecify.annotations.NullMarked;
