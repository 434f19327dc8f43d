/**
 * The entrance: open a hierarchy, validate it, plan to write one.
 *
 * <p>Start at {@link dev.espalier.model.hierarchy.Espalier}; everything else is a result of its
 * three verbs. This package brings the others together and never knows a particular format or
 * convention; nothing else in the model knows it.
 */
@NullMarked
package dev.espalier.model.hierarchy;

import org.jspecify.annotations.NullMarked;
