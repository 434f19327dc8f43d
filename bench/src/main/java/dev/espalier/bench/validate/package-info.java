/**
 * Measures how long a hierarchy in memory takes to validate.
 *
 * <p>Start at {@link dev.espalier.bench.validate.ValidateBenchmark}. Nothing may depend on this.
 */
@NullMarked
package dev.espalier.bench.validate;

import org.jspecify.annotations.NullMarked;
