/**
 * Writes and reads whole arrays and single chunks: what is measured, and Espalier doing it.
 *
 * <p>Start at {@link dev.espalier.bench.array.ArrayJobs}. Never knows how others do it.
 */
@NullMarked
package dev.espalier.bench.array;

import org.jspecify.annotations.NullMarked;
