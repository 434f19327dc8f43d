/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.plate;

import org.jspecify.annotations.NullMarked;
