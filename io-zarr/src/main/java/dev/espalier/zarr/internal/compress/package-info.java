/**
 * Codecs from bytes to bytes that make them fewer, on top of libraries that do the work.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Start at the factory of the codec that you look for.
 * This package never knows arrays, documents or stores.
 */
@NullMarked
package dev.espalier.zarr.internal.compress;

import org.jspecify.annotations.NullMarked;
