/**
 * Contracts with which a codec or a backend is tested, ours or another's.
 *
 * <p>Start at {@link dev.espalier.testkit.WritableBackendContract}. Must never know a particular
 * format.
 */
@NullMarked
package dev.espalier.testkit;

import org.jspecify.annotations.NullMarked;
