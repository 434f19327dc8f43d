package dev.espalier.architecture.seeded.io.store;

class PrintsAMessage {
  void print() {
    System.out.println("printed");
  }
}
