/**
 * Numbers of all data types as the elements of chunks: read, rounded, cast and computed with,
 * without losing a bit that the type could hold.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.number.NumberType}. Must never know codecs, their
 * parameters, or documents.
 */
@NullMarked
package dev.espalier.zarr.internal.number;

import org.jspecify.annotations.NullMarked;
