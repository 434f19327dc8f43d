/**
 * Changes of a hierarchy as values: what to set, rename, add or remove, and at which node.
 *
 * <p>Start at {@link dev.espalier.model.edit.Edit}. This package never knows who proposes an edit,
 * nor who applies it.
 */
@NullMarked
package dev.espalier.model.edit;

import org.jspecify.annotations.NullMarked;
