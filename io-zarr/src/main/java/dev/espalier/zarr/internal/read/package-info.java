/**
 * Hierarchies that are open for reading.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.read.ZarrHierarchy}. Must never know how one is
 * planned or written.
 */
@NullMarked
package dev.espalier.zarr.internal.read;

import org.jspecify.annotations.NullMarked;
