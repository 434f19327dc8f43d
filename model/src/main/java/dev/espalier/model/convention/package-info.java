/**
 * Conventions: a named, versioned meaning given to a hierarchy.
 *
 * <p>Start at {@link dev.espalier.model.convention.Convention}. This package never knows a
 * particular convention or a format.
 */
@NullMarked
package dev.espalier.model.convention;

import org.jspecify.annotations.NullMarked;
