/**
 * Byte-to-byte codecs that more than one format uses, and the bytes that they work on.
 *
 * <p>Start at {@link dev.espalier.io.codec.BytesToBytesCodecFactory}. This package never knows
 * arrays, chunks or stores.
 */
@NullMarked
package dev.espalier.io.codec;

import org.jspecify.annotations.NullMarked;
