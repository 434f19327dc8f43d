/**
 * Changes of a hierarchy as values: what to set, rename, add or remove, and at which node.
 *
 * <p>Start at {@link dev.espalier.model.edit.Edit}, and at {@link dev.espalier.model.edit.Edits} to
 * apply some. This package never knows who proposes an edit and where a hierarchy is stored.
 */
@NullMarked
package dev.espalier.model.edit;

import org.jspecify.annotations.NullMarked;
