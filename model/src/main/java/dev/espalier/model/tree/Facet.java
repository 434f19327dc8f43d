package dev.espalier.model.tree;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A side of nodes that can be compared, or left out of a comparison, by its name. */
public enum Facet {
  /** Which members a group has. */
  MEMBERS("node"),
  /** Whether a node is a group, an array, or unreadable; nodes of two kinds have no more to say. */
  KIND("kind"),
  /** Why a node cannot be read. */
  PROBLEM("problem"),
  /** The type of the elements. */
  DATA_TYPE("data_type"),
  /** The extents. */
  SHAPE("shape"),
  /** The value of elements that were never written; one that goes without saying is zero. */
  FILL_VALUE("fill_value"),
  /** The names of dimensions. */
  DIMENSION_NAMES("dimension_names"),
  /** The grid of chunks. */
  CHUNKS("chunks"),
  /** The extents of shards. */
  SHARDS("shards"),
  /** The codecs with their parameters. */
  CODECS("codecs"),
  /** How chunks are named. */
  CHUNK_KEY_ENCODING("chunk_key_encoding"),
  /** How elements are stored: all of chunks, shards, codecs and chunk key encoding. */
  LAYOUT("layout"),
  /** The attributes, down to the value that differs; the order of names does not count. */
  ATTRIBUTES("attributes");

  private final String id;

  Facet(String id) {
    this.id = id;
  }

  /** The word in reports and on command lines. */
  public String id() {
    return id;
  }

  /** The facet of that word. */
  public static Optional<Facet> withId(String id) {
    return Arrays.stream(values()).filter(facet -> facet.id.equals(id)).findFirst();
  }

  /** The facets that this one stands for: the parts of a layout, or itself. */
  Set<Facet> parts() {
    return this == LAYOUT ? Set.of(CHUNKS, SHARDS, CODECS, CHUNK_KEY_ENCODING) : Set.of(this);
  }
}
