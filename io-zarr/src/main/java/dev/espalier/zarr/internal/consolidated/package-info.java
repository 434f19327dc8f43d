/**
 * Consolidated metadata: the copies that a group holds of the documents of all nodes below it.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata}. Must never know
 * a store: documents come and go as values.
 */
@NullMarked
package dev.espalier.zarr.internal.consolidated;

import org.jspecify.annotations.NullMarked;
