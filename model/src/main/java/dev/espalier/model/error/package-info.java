/**
 * The few kinds of failure that Espalier throws, all unchecked.
 *
 * <p>Start at {@link dev.espalier.model.error.EspalierException}. This package never knows command
 * lines or exit codes.
 */
@NullMarked
package dev.espalier.model.error;

import org.jspecify.annotations.NullMarked;
