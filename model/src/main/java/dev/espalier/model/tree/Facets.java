package dev.espalier.model.tree;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which facets a comparison looks at.
 *
 * @param compared the facets; a layout stands for its parts
 */
public record Facets(Set<Facet> compared) {
  /** Copies the set, with parts in the place of what they are parts of. */
  public Facets {
    compared = Set.copyOf(parts(compared));
  }

  /** Everything that makes up a hierarchy. */
  public static Facets all() {
    return ignoring(List.of());
  }

  /** Those and no others. */
  public static Facets only(Facet... facets) {
    return new Facets(Set.copyOf(Arrays.asList(facets)));
  }

  /** All others. */
  public static Facets ignoring(Facet... facets) {
    return ignoring(Arrays.asList(facets));
  }

  /** All others. */
  public static Facets ignoring(Collection<Facet> facets) {
    Set<Facet> left = parts(EnumSet.allOf(Facet.class));
    left.removeAll(parts(facets));
    return new Facets(left);
  }

  boolean has(Facet facet) {
    return compared.contains(facet);
  }

  private static Set<Facet> parts(Collection<Facet> facets) {
    Set<Facet> parts = EnumSet.noneOf(Facet.class);
    facets.forEach(facet -> parts.addAll(facet.parts()));
    return parts;
  }
}
