/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.sparse;

import org.jspecify.annotations.NullMarked;
