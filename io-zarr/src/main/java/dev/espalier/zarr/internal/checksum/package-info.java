/**
 * Codecs from bytes to bytes that add a checksum, and verify it whenever something is read.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Start at the factory of the codec that you look for.
 * This package never knows arrays, documents or stores.
 */
@NullMarked
package dev.espalier.zarr.internal.checksum;

import org.jspecify.annotations.NullMarked;
