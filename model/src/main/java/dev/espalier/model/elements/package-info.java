/**
 * Holds the elements of arrays to what a schema demands of them, in one pass with bounded memory.
 *
 * <p>Start at {@link dev.espalier.model.elements.ElementCheck}. This package never knows a format.
 */
@NullMarked
package dev.espalier.model.elements;

import org.jspecify.annotations.NullMarked;
