/**
 * Changes of the documents of a stored hierarchy, in place.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.edit.HierarchyEditor}. Must never touch stored
 * elements.
 */
@NullMarked
package dev.espalier.zarr.internal.edit;

import org.jspecify.annotations.NullMarked;
