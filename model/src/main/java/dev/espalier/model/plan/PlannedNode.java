package dev.espalier.model.plan;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;

/**
 * One node of a hierarchy that is going to be written.
 *
 * @param path where it will be
 * @param spec what it will be, with nothing left open
 * @param objects how many objects (documents and chunks) it takes at most
 * @param elementBytes how many bytes its elements take before they are encoded; 0 where elements
 *     differ in length
 */
public record PlannedNode(NodePath path, NodeSpec spec, long objects, long elementBytes) {}
