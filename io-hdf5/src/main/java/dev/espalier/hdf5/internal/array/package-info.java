/**
 * Datasets: where the raw data of an array is, and how a region of it is assembled.
 *
 * <p>Start at {@link dev.espalier.hdf5.internal.array.Dataset} and {@link
 * dev.espalier.hdf5.internal.array.ChunkTable}. Arrays are assembled from chunks here, because jhdf
 * 0.13 fills absent chunks with zeros, ignores filter masks, does not verify fletcher32, and
 * misplaces chunks where the extents may still grow. This package never knows groups, attributes or
 * paths.
 */
@NullMarked
package dev.espalier.hdf5.internal.array;

import org.jspecify.annotations.NullMarked;
