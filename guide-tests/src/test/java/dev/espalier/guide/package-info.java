/**
 * Holds the guides and the README to what they print.
 *
 * <p>Start at {@link dev.espalier.guide.PagesTest}; {@link dev.espalier.guide.Block} says how a
 * block is marked.
 */
@NullMarked
package dev.espalier.guide;

import org.jspecify.annotations.NullMarked;
