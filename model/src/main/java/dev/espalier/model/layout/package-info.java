/**
 * How an array is cut into chunks and encoded, as far as that has been decided.
 *
 * <p>Start at {@link dev.espalier.model.layout.Layout}. This package never knows which codecs
 * exist: backends do.
 */
@NullMarked
package dev.espalier.model.layout;

import org.jspecify.annotations.NullMarked;
