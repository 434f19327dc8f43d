/**
 * Places that hold bytes under keys: the roles a store may have, the local file system and the
 * memory as stores, and stores that appear whole or not at all.
 *
 * <p>Start at {@link dev.espalier.io.store.ReadableStore}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.store;

import org.jspecify.annotations.NullMarked;
