package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read where nothing is stored, and what is stored where nothing is to be read. */
class AbsentChunksTest {
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": [SHAPE], "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [4]}},
       "chunk_key_encoding": "default", "fill_value": 9, "codecs": [CODEC]}
      """;
  private static final String SHARDS =
      """
      {"name": "sharding_indexed", "configuration": {"chunk_shape": [2], "codecs": ["bytes"],
       "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}}]}}
      """;
  private static final String MISSING = "ffffffffffffffffffffffffffffffff";

  private final MemoryStore store = new MemoryStore("store");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        MISSING + MISSING,
        "0909" + MISSING + "0000000000000000" + "0200000000000000",
        "09090909" + "00000000000000000200000000000000" + "02000000000000000200000000000000"
      })
  void aMissingShardAnEmptyOneAndOneOfFillValueAreAlike(String shard) {
    set("zarr.json", ARRAY.replace("SHAPE", "4").replace("CODEC", SHARDS).getBytes(UTF_8));
    if (!shard.isEmpty()) {
      set("c/0", HexFormat.of().parseHex(shard));
    }

    assertThat(read(new Zarr3Documents(), 4)).containsExactly(9, 9, 9, 9);
  }

  @Test
  void whatIsStoredBeyondTheEdgeOfTheArrayIsNotRead() {
    set("zarr.json", ARRAY.replace("SHAPE", "3").replace("CODEC", "\"bytes\"").getBytes(UTF_8));
    set("c/0", new byte[] {1, 2, 3, 77});

    assertThat(read(new Zarr3Documents(), 3)).containsExactly(1, 2, 3);
  }

  /** Metadata alone can ask for more chunks than anybody can wait for. */
  @Test
  void whoeverIsInterruptedStopsAmongChunksThatAreNotThere() {
    String many = Integer.toString(Integer.MAX_VALUE - 8);
    set("zarr.json", ARRAY.replace("SHAPE", many).replace("CODEC", "\"bytes\"").getBytes(UTF_8));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> read(new Zarr3Documents(), 1 << 20))
          .isInstanceOf(CancelledException.class)
          .hasMessage("store: reading / was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Where a document of Zarr v2 names no separator, it is a period; files do not overrule it. */
  @Test
  void chunksUnderAnotherSeparatorAreNotGuessedAt() {
    set(
        ".zarray",
        """
        {"zarr_format": 2, "shape": [1, 2], "chunks": [1, 1], "dtype": "|u1", "fill_value": 9,
         "order": "C", "filters": null, "compressor": null}
        """
            .getBytes(UTF_8));
    set("0/0", new byte[] {1});
    set("0.1", new byte[] {2});

    assertThat(read(new Zarr2Documents(), 1, 2)).containsExactly(9, 2);
  }

  private void set(String key, byte[] value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value));
  }

  private byte[] read(DocumentFormat format, long... shape) {
    try (ZarrHierarchy open =
        ZarrHierarchy.open(new Location("here"), store, format, CodecRegistry.builtIn())) {
      return ((BitsBlock) open.array(NodePath.root()).read(Region.all(Shape.of(shape)))).bytes();
    }
  }
}
