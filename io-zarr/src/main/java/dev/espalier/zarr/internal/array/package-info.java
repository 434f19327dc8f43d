/**
 * One array of a store as both ways see it: where its chunks are and which codecs they have.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.array.StoredArray}. Must never know hierarchies.
 */
@NullMarked
package dev.espalier.zarr.internal.array;

import org.jspecify.annotations.NullMarked;
