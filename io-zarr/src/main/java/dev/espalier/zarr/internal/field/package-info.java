/**
 * Values of documents that know their place, and the complaint that names it.
 *
 * <p>Start at {@link dev.espalier.zarr.internal.field.Field}. Must never know what the documents of
 * a version say.
 */
@NullMarked
package dev.espalier.zarr.internal.field;

import org.jspecify.annotations.NullMarked;
