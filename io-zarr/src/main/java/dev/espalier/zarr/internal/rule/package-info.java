/**
 * The rules of the format that a hierarchy has to keep, and findings about them.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.rule.ZarrRule}. Must never know stores.
 */
@NullMarked
package dev.espalier.zarr.internal.rule;

import org.jspecify.annotations.NullMarked;
