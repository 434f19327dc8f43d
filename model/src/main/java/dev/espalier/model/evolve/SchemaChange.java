package dev.espalier.model.evolve;

/**
 * One difference between two versions of a schema.
 *
 * @param node the path of the node by the names that declarations have: {@code /}, {@code /s{n}}
 * @param attribute the place in the node's attributes, {@code *} standing for every element, such
 *     as {@code /axes/*}{@code /name}; empty where the change is about the node itself
 * @param what what changed
 * @param compatibility what it means
 * @param reason why it means that
 */
public record SchemaChange(
    String node, String attribute, String what, Compatibility compatibility, String reason) {
  /** The change in a line: {@code breaking: /s{n} attribute /unit: ...}. */
  @Override
  public String toString() {
    String place = attribute.isEmpty() ? node : node + " attribute " + attribute;
    return compatibility + ": " + place + ": " + what + " (" + reason + ")";
  }
}
