/**
 * Codecs that only Zarr v2 has a way to name: chunks of it are read with them, and nothing is
 * written.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.legacy.JsonTextsFactory}. Must never know
 * documents.
 */
@NullMarked
package dev.espalier.zarr.internal.legacy;

import org.jspecify.annotations.NullMarked;
