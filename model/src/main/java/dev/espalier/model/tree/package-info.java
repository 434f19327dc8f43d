/**
 * Tools for whole hierarchies: what differs between two of them, and what edits make of one.
 *
 * <p>Start at {@link dev.espalier.model.tree.HierarchyDiff} and at {@link
 * dev.espalier.model.tree.Edits}. This package is pure: it never touches a store.
 */
@NullMarked
package dev.espalier.model.tree;

import org.jspecify.annotations.NullMarked;
