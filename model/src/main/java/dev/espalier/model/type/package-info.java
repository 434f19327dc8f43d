/**
 * Data types of array elements.
 *
 * <p>Start at {@link dev.espalier.model.type.DataType}. This package never knows shapes, nodes or
 * how elements are encoded in a store.
 */
@NullMarked
package dev.espalier.model.type;

import org.jspecify.annotations.NullMarked;
