package dev.espalier.model.infer;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Infers a schema from hierarchies that are there, as a start for an author to work on.
 *
 * <p>Every example matches the schema without a finding, as far as it can be read: nodes that
 * cannot are left out, and are found again by whoever matches. What the schema says beyond that are
 * assumptions, made so that they are few and can be seen:
 *
 * <ul>
 *   <li>Members and attributes that are in all examples (or in all groups of one kind, all arrays
 *       under one pattern of names) are required, the others optional; groups and attributes stay
 *       open.
 *   <li>Names that differ in a number ({@code s0}, {@code s1}) are a template, if their numbers
 *       count up or are three at least, and what they name is built alike. Five or more siblings
 *       that are built the same, whatever they are called, are any number of members, unless their
 *       names are the same in several examples.
 *   <li>Dimensions of one name are one symbol, if no group contradicts. Dimensions without a name
 *       are one symbol, if several arrays of a group are equally long along them in every example,
 *       and longer than 1. A line of integers is {@code n+1} long, if it is one longer than a
 *       symbol, or is called offsets and is one longer than another array. No extent is fixed.
 *   <li>Of values only their kinds are kept, but for names that end in {@code version} and a few
 *       others that tell conventions apart: up to three texts are the only ones, and one that all
 *       examples have is a probe of the convention, if the identity has none.
 *   <li>Nothing is said of fill values, layouts and elements.
 * </ul>
 */
public final class SchemaInference {
  private SchemaInference() {}

  /** The schema of one example. */
  public static Schema of(NodeSpec example, Identity identity) {
    return of(List.of(example), identity);
  }

  /**
   * The schema of several examples.
   *
   * @param examples hierarchies of one convention, at least one
   * @param identity what the convention is called
   * @throws IllegalArgumentException if there is no example, or one cannot be read at its root
   * @throws dev.espalier.model.error.UnsupportedException if groups are nested too deep
   */
  public static Schema of(List<? extends NodeSpec> examples, Identity identity) {
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("a schema is inferred from one example at least");
    }
    for (NodeSpec example : examples) {
      if (example instanceof UnreadableSpec unreadable) {
        throw new IllegalArgumentException(
            "an example cannot be read, so nothing is inferred: " + unreadable.message());
      }
    }
    NodeSchema root = new NodeInference().node(List.copyOf(examples));
    return new Schema(withProbes(identity, examples), "", root, Map.of());
  }

  private static Identity withProbes(Identity identity, List<? extends NodeSpec> examples) {
    if (!identity.probes().isEmpty()) {
      return identity;
    }
    ValueSketch attributes = NodeInference.attributes(examples);
    return new Identity(
        identity.name(),
        identity.version(),
        identity.uuid(),
        identity.url(),
        identity.aliases(),
        ValueInference.probes(attributes, examples.size()));
  }
}
