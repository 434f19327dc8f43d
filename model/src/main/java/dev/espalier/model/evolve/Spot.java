package dev.espalier.model.evolve;

/**
 * A place in a schema.
 *
 * @param node the path of the node by declared names
 * @param depth how deep that is
 * @param attribute the place in its attributes, empty for the node itself
 */
record Spot(String node, int depth, String attribute) {
  static Spot root() {
    return new Spot("/", 0, "");
  }

  Spot member(String name) {
    return new Spot((depth == 0 ? "" : node) + "/" + name, depth + 1, "");
  }

  Spot field(String name) {
    return new Spot(node, depth, attribute + "/" + name.replace("~", "~0").replace("/", "~1"));
  }
}
