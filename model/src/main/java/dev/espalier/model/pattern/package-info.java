/**
 * Patterns that texts are held to, with a bound on the work that one match may cost.
 *
 * <p>Start at {@link dev.espalier.model.pattern.TextPattern}. This package is a leaf: it never
 * knows what the texts mean.
 */
@NullMarked
package dev.espalier.model.pattern;

import org.jspecify.annotations.NullMarked;
