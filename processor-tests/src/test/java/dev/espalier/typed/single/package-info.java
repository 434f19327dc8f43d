/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.single;

import org.jspecify.annotations.NullMarked;
