package dev.espalier.architecture.seeded.json;

class CountsItsUses {
  static int uses;
}
