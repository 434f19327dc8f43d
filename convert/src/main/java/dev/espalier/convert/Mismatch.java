package dev.espalier.convert;

import dev.espalier.model.path.NodePath;

/**
 * Something that a verification found to differ.
 *
 * @param path the node of the result
 * @param where what of the node differs: {@code element [0, 3, 5]}, {@code attributes/unit}, ...
 * @param expected what should be there, as the source or the plan has it
 * @param found what is there
 */
public record Mismatch(NodePath path, String where, String expected, String found) {
  @Override
  public String toString() {
    return path + ": " + where + ": expected " + expected + ", found " + found;
  }
}
