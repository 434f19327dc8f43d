package dev.espalier.zarr.internal.rule;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;

/** A rule of Zarr v3, or of what Espalier can do with it. */
public enum ZarrRule {
  /** A document breaks the specification. */
  DOCUMENT_INVALID("zarr.document.invalid", "A node's document keeps the rules of Zarr v3."),
  /** A node that cannot be read cannot be written either. */
  NODE_UNREADABLE("zarr.node.unreadable", "Every node that is written can be read."),
  /** Two members of a group that many file systems take for one. */
  NAME_COLLISION(
      "zarr.name.collision", "The file system of the target keeps the names of members apart."),
  /** Two members of a group that other file systems take for one. */
  NAME_CASE(
      "zarr.name.case",
      Level.SHOULD,
      Rule.Origin.ADVICE,
      "Members of a group have names that differ in more than case."),
  /** A data type whose elements are not handled. */
  DATA_TYPE_UNSUPPORTED(
      "zarr.data-type.unsupported", "The elements are of a data type that Espalier writes."),
  /** A grid that is neither regular nor rectilinear. */
  CHUNK_GRID_UNSUPPORTED(
      "zarr.chunk-grid.unsupported", "The chunk grid is a regular or a rectilinear one."),
  /** Chunks of a rectilinear grid that leave elements out. */
  CHUNK_EDGES("zarr.chunk.edges", "The chunks along each dimension hold all elements."),
  /** Chunks of the wrong rank or beyond what fits in memory. */
  CHUNK_SHAPE("zarr.chunk.shape", "A chunk has an extent for each dimension, below 2 GiB in all."),
  /** Shards that are not made of whole chunks. */
  SHARD_MULTIPLE("zarr.shard.multiple", "A shard consists of whole chunks."),
  /** A codec that is not there. */
  CODEC_UNKNOWN("zarr.codec.unknown", "Every codec is known."),
  /** A codec that is there and cannot do what is asked. */
  CODEC_UNSUPPORTED("zarr.codec.unsupported", "The codecs can encode the chunks."),
  /** A chain or a parameter that makes no sense. */
  CODEC_INVALID("zarr.codec.invalid", "The codecs form a chain, and their parameters are valid."),
  /** Something that an older version of the format has no words for. */
  VERSION_LACKS(
      "zarr.version.lacks", "The version of the format that is written can say what a node says."),
  /** More elements or chunks than can be counted. */
  SIZE_OVERFLOW("zarr.size.overflow", "The chunks and the bytes of an array can be counted.");

  private final String id;
  private final Level level;
  private final Rule.Origin origin;
  private final String text;

  ZarrRule(String id, String text) {
    this(id, Level.MUST, Rule.Origin.TEXT, text);
  }

  ZarrRule(String id, Level level, Rule.Origin origin, String text) {
    this.id = id;
    this.level = level;
    this.origin = origin;
    this.text = text;
  }

  /** The rule as findings name it. */
  public Rule rule() {
    return new Rule(id, level, origin, text);
  }

  /** Starts a finding at a place of a node's document. */
  public Finding.Builder at(NodePath node, String... pointer) {
    return Finding.builder().rule(rule()).node(node).pointer(JsonPointer.of(pointer));
  }
}
