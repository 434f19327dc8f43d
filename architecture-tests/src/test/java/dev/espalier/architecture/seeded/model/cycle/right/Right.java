package dev.espalier.architecture.seeded.model.cycle.right;

import dev.espalier.architecture.seeded.model.cycle.left.Left;

/** The other half of a cycle. */
public record Right(Left left) {}
