/**
 * The Zarr formats, v3 and v2, read and written.
 *
 * <p>Must never know another format or a convention.
 */
@NullMarked
package dev.espalier.zarr;

import org.jspecify.annotations.NullMarked;
