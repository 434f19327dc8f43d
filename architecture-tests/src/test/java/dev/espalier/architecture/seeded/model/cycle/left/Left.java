package dev.espalier.architecture.seeded.model.cycle.left;

import dev.espalier.architecture.seeded.model.cycle.right.Right;

/** One half of a cycle. */
public record Left(Right right) {}
