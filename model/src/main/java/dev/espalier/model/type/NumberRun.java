package dev.espalier.model.type;

/**
 * Numbers of one size that follow each other within an element: what a byte order applies to.
 *
 * @param count how many there are, at least 1
 * @param size bytes of each: 1, 2, 4 or 8; 1 for what has no byte order
 */
public record NumberRun(int count, int size) {}
