/**
 * Hierarchies on their way into a store.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.write.HierarchyWriter}. Must never know where a
 * store is.
 */
@NullMarked
package dev.espalier.zarr.internal.write;

import org.jspecify.annotations.NullMarked;
