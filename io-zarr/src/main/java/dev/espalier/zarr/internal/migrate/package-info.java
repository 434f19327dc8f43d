/**
 * Chunks that stay what they are while the documents around them are written in another version.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.migrate.CopyPlace}. Must never know how a chunk is
 * encoded.
 */
@NullMarked
package dev.espalier.zarr.internal.migrate;

import org.jspecify.annotations.NullMarked;
