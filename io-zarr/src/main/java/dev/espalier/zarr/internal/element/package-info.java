/**
 * Codecs that turn the elements of chunks into others: rounded, cast, scaled, in another shape, or
 * packed to the bit.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.element.ElementwiseCodec}. Must never know stores,
 * documents or pipelines.
 */
@NullMarked
package dev.espalier.zarr.internal.element;

import org.jspecify.annotations.NullMarked;
