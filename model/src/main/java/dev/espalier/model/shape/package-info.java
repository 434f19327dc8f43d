/**
 * Extents of arrays, regions of them, and the regular tilings that chunks form.
 *
 * <p>Start at {@link dev.espalier.model.shape.Shape}. This package is a leaf: it never knows
 * element types or stores.
 */
@NullMarked
package dev.espalier.model.shape;

import org.jspecify.annotations.NullMarked;
