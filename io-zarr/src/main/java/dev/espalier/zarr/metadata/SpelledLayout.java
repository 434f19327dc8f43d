package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The grid and the codecs of a layout as a document spells them: of what one key holds, which is a
 * shard where there are shards, with the sharding codec around the codecs of a chunk.
 *
 * @param grid the grid of what one key holds
 * @param codecs its codecs, in the order in which they encode
 */
public record SpelledLayout(ChunkGrid grid, List<CodecSpec> codecs) {
  /** Copies the list. */
  public SpelledLayout {
    codecs = List.copyOf(codecs);
  }

  /**
   * Spells a layout.
   *
   * @throws IllegalArgumentException if it leaves grid or codecs open, if it is in the words of
   *     another backend, or if its shards are not made of whole chunks
   */
  public static SpelledLayout of(Layout layout) {
    layout
        .foreignTo()
        .ifPresent(
            backend -> {
              throw new IllegalArgumentException("the layout is in the words of " + backend);
            });
    ChunkGrid grid = decided("chunk grid", layout.chunkGrid());
    List<CodecSpec> codecs = decided("codecs", layout.codecs());
    if (layout.shardShape().isEmpty()) {
      return new SpelledLayout(grid, codecs);
    }
    Shape chunk = decided("regular chunk grid", layout.chunkShape());
    Sharding sharding = new Sharding(layout.shardShape().get(), chunk, codecs);
    return new SpelledLayout(new RegularGrid(sharding.shardShape()), List.of(codec(sharding)));
  }

  /** What a layout has decided on. */
  static <T> T decided(String part, Optional<T> value) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("the layout leaves open the " + part));
  }

  private static CodecSpec codec(Sharding sharding) {
    return new CodecSpec(
        Sharding.CODEC,
        JsonObject.builder()
            .put("chunk_shape", JsonArray.ofLongs(sharding.chunkShape().toArray()))
            .put("codecs", toJson(sharding.codecs()))
            .put("index_codecs", toJson(Sharding.INDEX_CODECS))
            .put("index_location", "end")
            .build());
  }

  /** A chain of codecs as documents have it. */
  static JsonValue toJson(List<CodecSpec> codecs) {
    return new JsonArray(codecs.stream().map(DocumentWriter::codec).toList());
  }
}
