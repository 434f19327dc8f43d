package dev.espalier.architecture.seeded.io.store;

class ThrowsAnything {
  void fail() {
    throw new RuntimeException("anything");
  }
}
