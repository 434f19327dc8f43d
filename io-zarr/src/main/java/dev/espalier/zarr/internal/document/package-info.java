/**
 * The documents of the versions of the format: which ones a node has, where they come from, and
 * what they say.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.document.DocumentFormat}. Must never know chunks.
 */
@NullMarked
package dev.espalier.zarr.internal.document;

import org.jspecify.annotations.NullMarked;
