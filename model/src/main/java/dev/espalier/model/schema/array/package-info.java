/**
 * What a schema says about an array itself: data types, dimensions, layout, elements.
 *
 * <p>Start at {@link dev.espalier.model.schema.array.Extent}. This package never knows groups or
 * attributes.
 */
@NullMarked
package dev.espalier.model.schema.array;

import org.jspecify.annotations.NullMarked;
