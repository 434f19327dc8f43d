/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.gauge;

import org.jspecify.annotations.NullMarked;
