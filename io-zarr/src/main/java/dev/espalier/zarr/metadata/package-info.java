/**
 * Metadata documents of Zarr v3: {@code zarr.json} to spec tree and back.
 *
 * <p>Start at {@link dev.espalier.zarr.metadata.ZarrDocument}. This package must never know stores,
 * bytes, or which codecs exist.
 */
@NullMarked
package dev.espalier.zarr.metadata;

import org.jspecify.annotations.NullMarked;
