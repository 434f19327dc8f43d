/**
 * Fill values, exact to the bit, and the form of single elements in JSON.
 *
 * <p>Start at {@link dev.espalier.model.fill.FillValue}. This package never knows shapes, nodes or
 * how elements are encoded in a store.
 */
@NullMarked
package dev.espalier.model.fill;

import org.jspecify.annotations.NullMarked;
