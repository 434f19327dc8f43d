/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.pyramid;

import org.jspecify.annotations.NullMarked;
