/**
 * Names and absolute paths of nodes in a hierarchy.
 *
 * <p>Start at {@link dev.espalier.model.path.NodePath}. This package is a leaf: it never knows what
 * a node holds or where it is stored.
 */
@NullMarked
package dev.espalier.model.path;

import org.jspecify.annotations.NullMarked;
