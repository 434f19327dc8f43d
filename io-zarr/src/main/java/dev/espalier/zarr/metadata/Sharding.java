package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.internal.field.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shards of plain chunks with the usual index: the one form of sharding that a layout spells.
 *
 * @param shardShape the extents of a shard, in elements
 * @param chunkShape the extents of an inner chunk, in elements
 * @param codecs the codecs of an inner chunk
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/sharding-indexed/index.html">
 *     Zarr v3, sharding codec</a>
 */
record Sharding(Shape shardShape, Shape chunkShape, List<CodecSpec> codecs) {
  static final String CODEC = "sharding_indexed";

  private static final Set<String> PARAMETERS =
      Set.of("chunk_shape", "codecs", "index_codecs", "index_location");

  /** Little-endian with a checksum: what every implementation writes unless told otherwise. */
  static final List<CodecSpec> INDEX_CODECS =
      List.of(
          new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))),
          CodecSpec.of("crc32c"));

  /** Checks that shards consist of whole chunks. */
  Sharding {
    boolean whole = shardShape.rank() == chunkShape.rank();
    for (int d = 0; whole && d < shardShape.rank(); d++) {
      whole = shardShape.extent(d) > 0 && shardShape.extent(d) % chunkShape.extent(d) == 0;
    }
    if (!whole) {
      throw new IllegalArgumentException(
          "shard shape " + shardShape + " is not a multiple of the chunk shape " + chunkShape);
    }
  }

  /** Reads a chain as this form of sharding, or gives nothing where it is another chain. */
  static Optional<Sharding> read(Field chain, Shape shardShape) {
    List<Field> elements = chain.elements();
    if (elements.size() != 1) {
      return Optional.empty();
    }
    Extension codec = Extension.readIgnorable(elements.get(0));
    if (!codec.id().equals(CODEC)) {
      return Optional.empty();
    }
    Field configuration = codec.requiredConfiguration();
    configuration.allowOnly(PARAMETERS, "remove it");
    Field inner = configuration.required("chunk_shape");
    Shape chunkShape = LayoutReader.chunkShape(inner, shardShape);
    List<CodecSpec> codecs = LayoutReader.codecs(configuration.required("codecs"));
    List<CodecSpec> index = LayoutReader.codecs(configuration.required("index_codecs"));
    if (!location(configuration).equals("end")
        || !index.equals(INDEX_CODECS)
        || codecs.stream().anyMatch(c -> c.name().equals(CODEC))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Sharding(shardShape, chunkShape, codecs));
    } catch (IllegalArgumentException e) {
      throw inner.wrong(
          "extents that divide the shard shape " + shardShape, "shards consist of whole chunks");
    }
  }

  /**
   * Checks, where a chain is a sharding codec alone, that all shards of a grid consist of whole
   * chunks. What a codec before it makes of shards is known when the chain is bound.
   */
  static void checkDivides(Field chain, RectilinearGrid grid, Shape array) {
    List<Field> elements = chain.elements();
    Extension codec = Extension.readIgnorable(elements.get(0));
    if (elements.size() != 1 || !codec.id().equals(CODEC)) {
      return;
    }
    Field inner = codec.requiredConfiguration().required("chunk_shape");
    Shape chunkShape = LayoutReader.chunkShape(inner, array);
    if (!Tiling.of(array, grid.edges()).isMadeOf(chunkShape)) {
      throw inner.wrong(
          "extents that divide all edge lengths " + grid, "shards consist of whole chunks");
    }
  }

  private static String location(Field configuration) {
    Optional<Field> location = configuration.optional("index_location");
    if (location.isEmpty()) {
      return "end";
    }
    String text = location.get().text();
    if (!text.equals("start") && !text.equals("end")) {
      throw location.get().wrong("\"start\" or \"end\"");
    }
    return text;
  }
}
