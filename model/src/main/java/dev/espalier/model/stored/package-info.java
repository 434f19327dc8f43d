/**
 * Arrays as they stand in a store: which of their chunks are there, and how they are changed.
 *
 * <p>Start at {@link dev.espalier.model.stored.ChangeableArray}. This package never knows a
 * particular format.
 */
@NullMarked
package dev.espalier.model.stored;

import org.jspecify.annotations.NullMarked;
