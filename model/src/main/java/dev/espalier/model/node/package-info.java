/**
 * The spec tree: groups and arrays as immutable values, without data and without a format.
 *
 * <p>Start at {@link dev.espalier.model.node.NodeSpec}. This package never knows files, documents
 * or conventions.
 */
@NullMarked
package dev.espalier.model.node;

import org.jspecify.annotations.NullMarked;
