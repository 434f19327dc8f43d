/**
 * What is decided before a hierarchy is written: chunks, codecs, keys, and whether it can be
 * written at all.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.plan.HierarchyPlanner}. Must never know stores.
 */
@NullMarked
package dev.espalier.zarr.internal.plan;

import org.jspecify.annotations.NullMarked;
