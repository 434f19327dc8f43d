/**
 * Features of different lengths in arrays that hold one after the other, as the CF conventions
 * describe it.
 *
 * <p>Start at {@link dev.espalier.example.ragged.RaggedConvention}. Must never know a storage
 * format.
 */
@NullMarked
package dev.espalier.example.ragged;

import org.jspecify.annotations.NullMarked;
