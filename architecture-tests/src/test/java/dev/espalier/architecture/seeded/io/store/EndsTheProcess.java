package dev.espalier.architecture.seeded.io.store;

class EndsTheProcess {
  void end() {
    System.exit(0);
  }
}
