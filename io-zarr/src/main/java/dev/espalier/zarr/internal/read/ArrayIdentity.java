package dev.espalier.zarr.internal.read;

import dev.espalier.model.node.ArraySpec;

/**
 * An array as it was when it was looked at last. What is kept of it is kept by this: once its
 * document says something else, nothing of what was kept is good any more.
 */
final class ArrayIdentity {
  private final ArraySpec spec;

  ArrayIdentity(ArraySpec spec) {
    this.spec = spec;
  }

  boolean isOf(ArraySpec other) {
    return spec.equals(other);
  }
}
