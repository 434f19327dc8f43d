/**
 * Contracts with which a store, a codec or a backend is tested, ours or another's, and stores that
 * fail on purpose.
 *
 * <p>Start at {@link dev.espalier.testkit.StoreContract}. Must never know a particular format.
 */
@NullMarked
package dev.espalier.testkit;

import org.jspecify.annotations.NullMarked;
