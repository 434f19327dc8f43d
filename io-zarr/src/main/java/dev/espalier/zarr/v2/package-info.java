/**
 * The metadata documents of Zarr v2, between their JSON form and the spec tree.
 *
 * <p>Start at {@link dev.espalier.zarr.v2.Zarr2Document}. An array of Zarr v2 is said in the words
 * of Zarr v3: what decodes its chunks is a chain of codecs. Must never know stores.
 */
@NullMarked
package dev.espalier.zarr.v2;

import org.jspecify.annotations.NullMarked;
