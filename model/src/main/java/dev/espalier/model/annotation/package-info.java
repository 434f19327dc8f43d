/**
 * Declares the nodes of a convention as annotated interfaces, which the processor compiles.
 *
 * <p>Start at {@link dev.espalier.model.annotation.Convention}. What is said about the values of
 * attributes is in {@link dev.espalier.model.annotation.value}, what is said about a group as a
 * whole in {@link dev.espalier.model.annotation.rule}. This package never knows what the processor
 * makes of it.
 */
@NullMarked
package dev.espalier.model.annotation;

import org.jspecify.annotations.NullMarked;
