/** A convention that tests the processor. */
@NullMarked
package dev.espalier.typed.settings;

import org.jspecify.annotations.NullMarked;
