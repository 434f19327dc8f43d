/**
 * The processes that {@code bench/harness} starts.
 *
 * <p>Start at {@link dev.espalier.bench.process.ArrayTurn}. Nothing may depend on this.
 */
@NullMarked
package dev.espalier.bench.process;

import org.jspecify.annotations.NullMarked;
