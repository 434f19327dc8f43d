/**
 * Carries a hierarchy from any source to any target, and says what became of every object.
 *
 * <p>Must never know a format: source and target meet only through the SPI of the model.
 */
@NullMarked
package dev.espalier.convert;

import org.jspecify.annotations.NullMarked;
