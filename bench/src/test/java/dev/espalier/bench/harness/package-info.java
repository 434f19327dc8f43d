/** Runs the tests of {@code bench/harness}, which is written in Python. */
@NullMarked
package dev.espalier.bench.harness;

import org.jspecify.annotations.NullMarked;
