/**
 * Schemas as source code, for authors who go on by hand from what was inferred or loaded.
 *
 * <p>Start at {@link dev.espalier.model.code.BuilderCode}. This package writes text: it never
 * compiles or runs what it writes.
 */
@NullMarked
package dev.espalier.model.code;

import org.jspecify.annotations.NullMarked;
