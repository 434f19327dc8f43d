/**
 * Bytes under keys: the roles that a store may have, and the memory as a store.
 *
 * <p>Start at {@link dev.espalier.io.store.ReadableStore}. Must never know what the bytes mean, nor
 * where they are.
 */
@NullMarked
package dev.espalier.io.store;

import org.jspecify.annotations.NullMarked;
