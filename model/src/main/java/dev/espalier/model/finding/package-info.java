/**
 * What a check found, and how severe that is under a profile.
 *
 * <p>Start at {@link dev.espalier.model.finding.Finding}. This package never knows which rules
 * exist.
 */
@NullMarked
package dev.espalier.model.finding;

import org.jspecify.annotations.NullMarked;
