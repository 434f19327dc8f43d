/**
 * Contracts with which a store is tested, ours or another's, one for each role, and stores that
 * fail on purpose.
 *
 * <p>Start at {@link dev.espalier.testkit.store.ReadableStoreContract}. Must never know what the
 * bytes mean.
 */
@NullMarked
package dev.espalier.testkit.store;

import org.jspecify.annotations.NullMarked;
