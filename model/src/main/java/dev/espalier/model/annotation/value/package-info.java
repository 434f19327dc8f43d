/**
 * Annotations that say what values of attributes are right; they stand before the method of an
 * attribute, or before a type inside its type: {@code List<@AtLeast(0) Double>}.
 *
 * <p>Start at {@link dev.espalier.model.annotation.value.OneOf}. This package is a leaf.
 */
@NullMarked
package dev.espalier.model.annotation.value;

import org.jspecify.annotations.NullMarked;
