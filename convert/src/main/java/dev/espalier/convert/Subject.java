package dev.espalier.convert;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.path.NodePath;

/**
 * The array that a convention is about, and how the convention arranges the hierarchy around it.
 *
 * @param array the array's path in the source
 * @param arrangement where everything goes
 */
record Subject(NodePath array, Arrangement arrangement) {}
