/**
 * Measures codecs on elements of the kinds that are stored, through the coder of a chunk.
 *
 * <p>Start at {@link dev.espalier.bench.codec.CodecBenchmark}. Never knows stores.
 */
@NullMarked
package dev.espalier.bench.codec;

import org.jspecify.annotations.NullMarked;
