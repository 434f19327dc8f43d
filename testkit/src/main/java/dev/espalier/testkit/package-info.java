/**
 * Contracts and generators with which a store, a codec or a backend is tested, ours or another's.
 *
 * <p>Must never know a particular format.
 */
@NullMarked
package dev.espalier.testkit;

import org.jspecify.annotations.NullMarked;
