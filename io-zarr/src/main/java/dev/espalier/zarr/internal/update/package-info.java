/**
 * Arrays that stand in a store and are changed there: elements, extents.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.update.ZarrChanges}. Must never know where a store
 * is.
 */
@NullMarked
package dev.espalier.zarr.internal.update;

import org.jspecify.annotations.NullMarked;
