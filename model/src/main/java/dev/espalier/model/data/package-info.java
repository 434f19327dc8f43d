/**
 * Array elements on their way: blocks in memory, sources that fill them, and arrays derived from
 * other arrays.
 *
 * <p>Start at {@link dev.espalier.model.data.ArraySource}. This package never knows stores or
 * codecs.
 */
@NullMarked
package dev.espalier.model.data;

import org.jspecify.annotations.NullMarked;
