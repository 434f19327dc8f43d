package dev.espalier.model.form;

import java.util.function.Supplier;

/**
 * How much a document may declare, so that reading it takes neither stack nor memory that nobody
 * has: what is beyond ends the reading.
 */
final class Budget {
  static final int MOST = 100_000;
  static final int DEEPEST = 200;

  private int declared;
  private int depth;

  /** Reads a declaration of a node or value, with those that lie in it. */
  <T> T within(At at, Supplier<T> reader) {
    if (++declared > MOST) {
      throw exhausted(at, "a schema declares more than " + MOST + " nodes and values");
    }
    if (depth >= DEEPEST) {
      throw exhausted(at, "declarations are nested more than " + DEEPEST + " deep");
    }
    depth++;
    try {
      return reader.get();
    } finally {
      depth--;
    }
  }

  private static RuntimeException exhausted(At at, String reason) {
    at.refuse(reason, "declare less in one schema");
    return at.mistakes().exception();
  }
}
