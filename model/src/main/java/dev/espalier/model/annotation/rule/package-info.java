/**
 * Annotations that say what holds of a group or an array as a whole.
 *
 * <p>Start at {@link dev.espalier.model.annotation.rule.Check}. Members are named as they are
 * declared ({@code signal}, {@code s{n}}), attributes with an {@code @} before their name.
 */
@NullMarked
package dev.espalier.model.annotation.rule;

import org.jspecify.annotations.NullMarked;
