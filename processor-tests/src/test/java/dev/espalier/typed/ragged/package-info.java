/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.ragged;

import org.jspecify.annotations.NullMarked;
