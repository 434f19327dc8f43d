/**
 * The Zarr v3 format, read and written.
 *
 * <p>Must never know another format or a convention.
 */
@NullMarked
package dev.espalier.zarr;

import org.jspecify.annotations.NullMarked;
