/**
 * What will be written, before anything is.
 *
 * <p>Start at {@link dev.espalier.model.plan.WritePlan}; how one is decided where something stands
 * at the target is in {@link dev.espalier.model.plan.Reconciliation}. This package is pure: it
 * never touches a store.
 */
@NullMarked
package dev.espalier.model.plan;

import org.jspecify.annotations.NullMarked;
