/**
 * Zip archives as stores: every entry is a value under its name.
 *
 * <p>Start at {@link dev.espalier.io.zip.ZipStore}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.zip;

import org.jspecify.annotations.NullMarked;
