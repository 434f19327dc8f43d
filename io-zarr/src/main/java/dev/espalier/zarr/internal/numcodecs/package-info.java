/**
 * Filters of the library numcodecs as codecs: what its data of the older format, and of {@code
 * numcodecs.*} in the newer one, went through. They compute as NumPy does, down to the bit.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.numcodecs.DeltaFactory}. Must never know stores,
 * documents or pipelines.
 */
@NullMarked
package dev.espalier.zarr.internal.numcodecs;

import org.jspecify.annotations.NullMarked;
