/** Annotated conventions, and what the processor makes of them. */
@NullMarked
package dev.espalier.typed;

import org.jspecify.annotations.NullMarked;
