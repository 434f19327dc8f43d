/**
 * The means for a piece of work that the caller hands in: threads, memory, and who is told of
 * progress.
 *
 * <p>Start at {@link dev.espalier.model.work.Execution}. This package never knows what the work is.
 */
@NullMarked
package dev.espalier.model.work;

import org.jspecify.annotations.NullMarked;
