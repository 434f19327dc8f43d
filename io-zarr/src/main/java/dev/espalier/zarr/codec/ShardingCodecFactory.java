package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.CoreType;
import java.util.List;

/** Makes codecs of shards. */
final class ShardingCodecFactory implements CodecFactory.OfBytes {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "sharding_indexed",
        "Smaller chunks, each encoded on its own, with an index of where each of them is.",
        Field.required("chunk_shape", Parameter.list(Parameter.integer(1)))
            .describedAs("the extents of the smaller chunks, which divide those of the chunk"),
        Field.required("codecs", CodecList.DECLARED)
            .describedAs("what encodes each of the smaller chunks"),
        Field.required("index_codecs", CodecList.DECLARED)
            .describedAs("what encodes the index; to the same number of bytes each time"),
        Field.optional("index_location", Parameter.text("start", "end"))
            .orElse(JsonValue.of("end"))
            .describedAs("whether the index stands before or after the smaller chunks"));
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation shard, CodecRegistry codecs) {
    Shape innerShape = innerShape(configuration, shard.shape());
    String location = configuration.text("index_location");
    List<CodecSpec> innerSpecs = CodecList.read(configuration, "codecs");
    List<CodecSpec> indexSpecs = CodecList.read(configuration, "index_codecs");
    CodecPipeline inner =
        bind(configuration, "codecs", innerSpecs, shard.withShape(innerShape), codecs);
    CodecPipeline index =
        bind(
            configuration,
            "index_codecs",
            indexSpecs,
            indexRepresentation(Tiling.of(shard.shape(), innerShape)),
            codecs);
    if (!index.encodedSize().exact()) {
      throw new IllegalArgumentException(
          "codec \"sharding_indexed\": \"index_codecs\" "
              + indexSpecs.stream().map(CodecSpec::name).toList()
              + " give a varying number of bytes; expected codecs of fixed size, such as bytes and"
              + " crc32c");
    }
    return new ShardingCodec(shard, inner, index, location.equals("start"));
  }

  private static Shape innerShape(CodecConfiguration configuration, Shape shard) {
    String expected =
        "for each of the " + shard.rank() + " dimensions of " + shard + " a number that divides it";
    long[] extents = configuration.integers("chunk_shape");
    boolean divides = extents.length == shard.rank();
    for (int d = 0; divides && d < extents.length; d++) {
      divides = extents[d] > 0 && shard.extent(d) % extents[d] == 0;
    }
    if (!divides) {
      throw configuration.wrong("chunk_shape", expected);
    }
    return Shape.of(extents);
  }

  /** An index is an array: of each inner chunk, where it starts and how many bytes it has. */
  private static ChunkRepresentation indexRepresentation(Tiling tiling) {
    Shape grid = tiling.gridShape();
    long[] extents = new long[grid.rank() + 1];
    System.arraycopy(grid.toArray(), 0, extents, 0, grid.rank());
    extents[grid.rank()] = ShardIndex.WORDS;
    return new ChunkRepresentation(
        CoreType.UINT64, Shape.of(extents), FillValue.zero(CoreType.UINT64));
  }

  private static CodecPipeline bind(
      CodecConfiguration configuration,
      String member,
      List<CodecSpec> specs,
      ChunkRepresentation chunk,
      CodecRegistry codecs) {
    String where = "codec \"" + configuration.codec() + "\": in \"" + member + "\": ";
    try {
      return CodecPipeline.bind(specs, chunk, codecs);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + e.getMessage(), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(where + e.getMessage(), e);
    }
  }
}
