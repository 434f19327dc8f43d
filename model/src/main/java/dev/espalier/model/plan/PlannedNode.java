package dev.espalier.model.plan;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;

/**
 * One node of a plan: what becomes of it, and how much there is to it.
 *
 * @param path where it is or will be
 * @param action what is done with it
 * @param spec what it will be, with nothing left open; where it is deleted, what it is; a group
 *     without its members
 * @param objects how many objects (documents and chunks) are written, kept or deleted at most
 * @param elementBytes how many bytes the elements that are written, kept or deleted take before
 *     they are encoded; 0 where elements differ in length
 */
public record PlannedNode(
    NodePath path, PlannedAction action, NodeSpec spec, long objects, long elementBytes) {

  /** A node that is not there yet. */
  public PlannedNode(NodePath path, NodeSpec spec, long objects, long elementBytes) {
    this(path, PlannedAction.CREATE, spec, objects, elementBytes);
  }
}
