package dev.espalier.architecture.listed;

/** A parent that nobody sees, though its methods are seen in its children. */
class Generated {
  public Generated() {}

  public final int inherited() {
    return 1;
  }
}
