/**
 * What will be written, before anything is.
 *
 * <p>Start at {@link dev.espalier.model.plan.WritePlan}. This package is pure: it never touches a
 * store.
 */
@NullMarked
package dev.espalier.model.plan;

import org.jspecify.annotations.NullMarked;
