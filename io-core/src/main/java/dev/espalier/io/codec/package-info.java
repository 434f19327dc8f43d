/**
 * Byte-to-byte codecs that more than one format uses.
 *
 * <p>Must never know arrays, chunks or stores.
 */
@NullMarked
package dev.espalier.io.codec;

import org.jspecify.annotations.NullMarked;
