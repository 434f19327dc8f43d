/**
 * Matches hierarchies against schemas: in one pass, all that is wrong, what each declared part was
 * matched by, and what was not declared.
 *
 * <p>Start at {@link dev.espalier.model.match.Matcher}. This package never knows a particular
 * convention, and never reads elements of arrays.
 */
@NullMarked
package dev.espalier.model.match;

import org.jspecify.annotations.NullMarked;
