/**
 * What one process of a measurement is told to do and what it tells: tasks as JSON, samples as
 * lines of JSON.
 *
 * <p>Start at {@link dev.espalier.bench.turn.Plan}. Knows nothing of what is measured.
 */
@NullMarked
package dev.espalier.bench.turn;

import org.jspecify.annotations.NullMarked;
