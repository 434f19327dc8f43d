/**
 * Bare loops over files, codecs and rows, with the same codec libraries as Espalier and without
 * anything that a library has to care for: how fast it could go.
 *
 * <p>They know the size of everything beforehand, keep all buffers and contexts, look at no
 * metadata, and stop at the first failure. Start at {@link dev.espalier.bench.limit.LimitEngine}.
 */
@NullMarked
package dev.espalier.bench.limit;

import org.jspecify.annotations.NullMarked;
