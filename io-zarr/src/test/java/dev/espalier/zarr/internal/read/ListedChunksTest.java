package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.stored.StoredChunk;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which chunks there are is told by their keys; everything else below an array is not looked at.
 */
class ListedChunksTest {
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": SHAPE, "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": CHUNK}},
       "chunk_key_encoding": {"name": "KEYS", "configuration": {"separator": "SEPARATOR"}},
       "fill_value": 0, "codecs": [CODEC]}
      """;
  private static final String SHARDS =
      """
      {"name": "sharding_indexed", "configuration": {"chunk_shape": [2], "codecs": ["bytes"],
       "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}}]}}
      """;

  private final MemoryStore store = new MemoryStore("store");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | / | [4, 12] | [2, 1] | c/0/0,c/1/10,c/2/0,c/0/12,c/00/1,c/0,c/0/1/2,d/0/0,c.0.1",
        "default | . | [4, 12] | [2, 1] | c.0.0,c.1.10,c.2.0,c.0.12,c.00.1,c.0,c.0.1.2,0.0,c/0/1,c",
        "v2      | / | [4, 12] | [2, 1] | 0/0,1/10,2/0,0/12,00/1,7,0/1/2,c/0/0,0.1,-1/0,1/+1",
        "v2      | . | [4, 12] | [2, 1] | 0.0,1.10,2.0,0.12,00.1,0,0.1.2,c.0.1,0/1,0.1.,.1,1.x",
      })
  void foreignKeysAndThoseBeyondTheGridAreNotListed(
      String keys, String separator, String shape, String chunk, String stored) {
    array(keys, separator, shape, chunk, "\"bytes\"");
    for (String key : stored.split(",", -1)) {
      set(key, new byte[] {1, 2});
    }

    assertThat(listed()).containsExactlyInAnyOrder(ChunkIndex.of(0, 0), ChunkIndex.of(1, 10));
  }

  @ParameterizedTest
  @CsvSource({"default,/,c", "default,.,c", "v2,/,0", "v2,.,0"})
  void aScalarHasOneChunk(String keys, String separator, String key) {
    array(keys, separator, "[]", "[]", "\"bytes\"");
    set("1", new byte[] {1});
    assertThat(listed()).isEmpty();

    set(key, new byte[] {1});
    assertThat(listed()).containsExactly(ChunkIndex.of());
    assertThat(chunks(store).at(ChunkIndex.of()))
        .containsExactly(new StoredChunk(Region.all(Shape.scalar()), 1));
  }

  @Test
  void aShardTellsWhichInnerChunksItHas() {
    array("default", "/", "[11]", "[8]", SHARDS);
    String missing = "ffffffffffffffffffffffffffffffff";
    String first = "00000000000000000200000000000000";
    String second = "02000000000000000200000000000000";
    set("c/0", HexFormat.of().parseHex("01020304" + first + missing + missing + second));
    // The second of these lies half beyond the edge of the array, the last all of it.
    set("c/1", HexFormat.of().parseHex("01020304" + missing + first + missing + second));

    assertThat(chunks(store).at(ChunkIndex.of(0)))
        .containsExactly(
            new StoredChunk(Region.of(new long[] {0}, Shape.of(2)), 2),
            new StoredChunk(Region.of(new long[] {6}, Shape.of(2)), 2));
    assertThat(chunks(store).at(ChunkIndex.of(1)))
        .containsExactly(new StoredChunk(Region.of(new long[] {10}, Shape.of(1)), 2));
    set("c/1", new byte[] {1, 2, 3});
    assertThatThrownBy(() -> chunks(store).at(ChunkIndex.of(1)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "store: c/1: codec sharding_indexed: expected at least the 64 bytes of the index,"
                + " found 3");
  }

  /** Whatever the index says of them: here of one that it ends far beyond the shard. */
  @Test
  void innerChunksBeyondTheEdgeAreNotLookedAt() {
    array("default", "/", "[11]", "[8]", SHARDS);
    String missing = "ffffffffffffffffffffffffffffffff";
    String first = "00000000000000000200000000000000";
    String outside = "00000001000000000200000000000000";
    set("c/1", HexFormat.of().parseHex("0102" + missing + first + outside + missing));

    assertThat(chunks(store).at(ChunkIndex.of(1)))
        .containsExactly(new StoredChunk(Region.of(new long[] {10}, Shape.of(1)), 2));
  }

  @Test
  void aStoreThatCannotListSaysSo() {
    array("default", "/", "[4]", "[2]", "\"bytes\"");
    set("c/1", new byte[] {5, 6});
    StoredChunks chunks = chunks(new ReadOnly(store));

    assertThatThrownBy(chunks::stored)
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("store: /: the store cannot list, so which chunks there are is not known");
    assertThat(chunks.at(ChunkIndex.of(0))).isEmpty();
    assertThat(chunks.at(ChunkIndex.of(1))).hasSize(1);
  }

  /** Numbers on an array of which most is not stored: only what is stored is read. */
  @Test
  void statisticsNeedOnlyTheChunksThatAreStored() {
    array("default", "/", "[1000000]", "[1000]", "\"bytes\"");
    byte[] chunk = new byte[1000];
    Arrays.fill(chunk, 10, 20, (byte) 7);
    set("c/3", chunk);
    set("c/999", chunk);

    long sum = 0;
    long filled = 1_000_000;
    try (ZarrHierarchy open = open(store)) {
      StoredChunks chunks = open.chunks(NodePath.root());
      for (ChunkIndex place : listed()) {
        for (StoredChunk stored : chunks.at(place)) {
          var block = open.array(NodePath.root()).read(stored.region());
          filled -= stored.region().shape().elementCount();
          for (int i = 0; i < stored.region().shape().elementCount(); i++) {
            sum += Long.parseLong(block.elementToJson(i).toString());
          }
        }
      }
    }

    assertThat(sum).isEqualTo(2 * 10 * 7);
    assertThat(filled).isEqualTo(998_000);
  }

  private List<ChunkIndex> listed() {
    try (Stream<ChunkIndex> stored = chunks(store).stored()) {
      return stored.toList();
    }
  }

  private static StoredChunks chunks(ReadableStore store) {
    return open(store).chunks(NodePath.root());
  }

  private static ZarrHierarchy open(ReadableStore store) {
    return ZarrHierarchy.open(
        new Location("store"), store, new Zarr3Documents(), CodecRegistry.builtIn());
  }

  private void array(String keys, String separator, String shape, String chunk, String codec) {
    String document =
        ARRAY
            .replace("SHAPE", shape)
            .replace("CHUNK", chunk)
            .replace("KEYS", keys)
            .replace("SEPARATOR", separator)
            .replace("CODEC", codec);
    set("zarr.json", document.getBytes(UTF_8));
  }

  private void set(String key, byte[] value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value));
  }

  /** A store without listing, as one behind HTTP is. */
  private record ReadOnly(ReadableStore store) implements ReadableStore {
    @Override
    public String name() {
      return store.name();
    }

    @Override
    public Optional<StoredValue> open(StoreKey key, ByteRange first) {
      return store.open(key, first);
    }
  }
}
