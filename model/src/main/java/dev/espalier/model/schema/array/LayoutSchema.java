package dev.espalier.model.schema.array;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import java.util.Optional;

/**
 * What a schema says about the layout of an array. A hard wish is a rule; a soft one is what a
 * writer chooses where the layout is left open, and nothing is wrong with another choice.
 *
 * @param chunks the extents of chunks
 * @param shards the extents of shards
 * @param codecs the codecs of a chunk
 */
public record LayoutSchema(
    Optional<Tiles> chunks, Optional<Tiles> shards, Optional<Codecs> codecs) {
  /** Nothing is said. */
  public static LayoutSchema open() {
    return new LayoutSchema(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether nothing is said. */
  public boolean isOpen() {
    return chunks.isEmpty() && shards.isEmpty() && codecs.isEmpty();
  }

  /** This layout with chunks of these extents. */
  public LayoutSchema withChunks(boolean hard, String... extents) {
    Tiles tiles = new Tiles(List.of(extents), hard, CoreRules.ARRAY_CHUNKS);
    return new LayoutSchema(Optional.of(tiles), shards, codecs);
  }

  /** This layout with shards of these extents. */
  public LayoutSchema withShards(boolean hard, String... extents) {
    Tiles tiles = new Tiles(List.of(extents), hard, CoreRules.ARRAY_SHARDS);
    return new LayoutSchema(chunks, Optional.of(tiles), codecs);
  }

  /** This layout with these codecs. */
  public LayoutSchema withCodecs(boolean hard, CodecSpec... chain) {
    Codecs wish = new Codecs(List.of(chain), hard, CoreRules.ARRAY_CODECS);
    return new LayoutSchema(chunks, shards, Optional.of(wish));
  }

  /**
   * The extents of chunks or shards.
   *
   * @param extents for each axis a number of elements, {@code *} (any) or {@code full} (the extent
   *     of the array)
   * @param hard whether another choice breaks the rule
   * @param rule the rule
   */
  public record Tiles(List<String> extents, boolean hard, Rule rule) {
    /** Copies and checks the extents. */
    public Tiles {
      extents = List.copyOf(extents);
      for (String extent : extents) {
        if (!extent.matches("[1-9][0-9]{0,17}|\\*|full")) {
          throw new IllegalArgumentException(
              "chunk extent \"" + extent + "\"; write a number of elements, * or full");
        }
      }
    }

    /** Whether an extent of a chunk is right for the extent of its array. */
    public boolean allows(int axis, long tile, long array) {
      return switch (extents.get(axis)) {
        case "*" -> true;
        case "full" -> tile >= array;
        default -> tile == Long.parseLong(extents.get(axis));
      };
    }
  }

  /**
   * The codecs of a chunk.
   *
   * @param chain what a writer chooses, after what turns elements into bytes where the chain does
   *     not say so; a hard wish demands that the array's chain holds these names in this order
   * @param hard whether another choice breaks the rule
   * @param rule the rule
   */
  public record Codecs(List<CodecSpec> chain, boolean hard, Rule rule) {
    /** Copies the chain. */
    public Codecs {
      chain = List.copyOf(chain);
    }
  }
}
