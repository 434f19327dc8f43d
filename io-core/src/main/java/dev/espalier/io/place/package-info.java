/**
 * Where stores are: what a location names, and how a store comes to be there, or changes, whole or
 * not at all.
 *
 * <p>Start at {@link dev.espalier.io.place.StorePlaces}. Must never know what the bytes mean.
 */
@NullMarked
package dev.espalier.io.place;

import org.jspecify.annotations.NullMarked;
