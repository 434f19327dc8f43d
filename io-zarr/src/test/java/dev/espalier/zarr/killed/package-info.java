/**
 * Writers that are killed at any moment, and what is found afterwards.
 *
 * <p>Start at {@link dev.espalier.zarr.killed.KilledWriterTest}.
 */
@NullMarked
package dev.espalier.zarr.killed;

import org.jspecify.annotations.NullMarked;
