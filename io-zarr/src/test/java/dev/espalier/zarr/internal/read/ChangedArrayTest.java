package dev.espalier.zarr.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that somebody else changes while a hierarchy is open, and looked at again. */
class ChangedArrayTest {
  private static final String PLAIN = "{\"name\": \"bytes\"}";

  private static final String SHARDING =
      "{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [%d], \"codecs\":"
          + " [{\"name\": \"bytes\"}], \"index_codecs\": [{\"name\": \"bytes\","
          + " \"configuration\": {\"endian\": \"little\"}}]}}";

  @TempDir private Path directory;

  private Store store = new MemoryStore("here");

  @Test
  void whatWasKeptOfAShorterArrayDoesNotStandForALongerOne() {
    putArray(15, PLAIN);
    put("c/0", numbers(0, 10));
    put("c/1", numbers(10, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 12, 2)).containsExactly(12, 13);

      putArray(20, PLAIN);

      assertThat(read(hierarchy, 12, 6)).containsExactly(12, 13, 14, 15, 16, 17);
    }
  }

  @Test
  void theIndexOfAShardOfFewerInnerChunksIsNotReadForOneOfMore() {
    putArray(10, SHARDING.formatted(10));
    put("c/0", shard(10, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 0, 10)).hasSize(10);

      putArray(10, SHARDING.formatted(5));
      put("c/0", shard(5, 10));

      assertThat(read(hierarchy, 5, 5)).containsExactly(5, 6, 7, 8, 9);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aChunkThatWasReplacedIsNotReadFromWhatWasKeptOfTheOneBefore(boolean inFiles) {
    useFiles(inFiles);
    putArray(10, PLAIN);
    put("c/0", numbers(0, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 2, 3)).containsExactly(2, 3, 4);

      replace("c/0", numbers(50, 10));
      assertThat(read(hierarchy, 2, 3)).containsExactly(52, 53, 54);

      store.erase(new StoreKey("c/0"));
      assertThat(read(hierarchy, 2, 3)).containsExactly(0, 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neitherIsAnInnerChunkOfAShardThatWasReplaced(boolean inFiles) {
    useFiles(inFiles);
    putArray(10, SHARDING.formatted(5));
    put("c/0", shard(5, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 1, 2)).containsExactly(1, 2);
      assertThat(read(hierarchy, 6, 2)).containsExactly(6, 7);

      byte[] other = shard(5, 10);
      System.arraycopy(numbers(50, 10), 0, other, 0, 10);
      replace("c/0", other);

      assertThat(read(hierarchy, 1, 2)).containsExactly(51, 52);
      assertThat(read(hierarchy, 3, 4)).containsExactly(53, 54, 55, 56);
    }
  }

  @Test
  void aReadOfTilesOfWhichSomeAreKeptGivesAllOfThem() {
    putArray(20, SHARDING.formatted(2));
    put("c/0", shard(2, 10));
    put("c/1", shard(2, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 3, 2)).containsExactly(3, 4);

      assertThat(read(hierarchy, 1, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(read(hierarchy, 0, 10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(read(hierarchy, 7, 6)).containsExactly(7, 8, 9, 0, 1, 2);
    }
  }

  private void useFiles(boolean inFiles) {
    if (inFiles) {
      store = new FileSystemStore(directory);
    }
  }

  private OpenHierarchy open() {
    return ZarrHierarchy.open(
        new Location("here"), store, new Zarr3Documents(), CodecRegistry.builtIn());
  }

  private static byte[] read(OpenHierarchy hierarchy, long start, long count) {
    Region region = Region.of(new long[] {start}, Shape.of(count));
    Block block = hierarchy.array(NodePath.root()).read(region);
    return ((BitsBlock) block).bytes();
  }

  private void putArray(int length, String codec) {
    String text =
        "{\"zarr_format\": 3, \"node_type\": \"array\", \"shape\": [%d], \"data_type\": \"uint8\","
            + " \"chunk_grid\": {\"name\": \"regular\", \"configuration\": {\"chunk_shape\":"
            + " [10]}}, \"chunk_key_encoding\": {\"name\": \"default\"}, \"fill_value\": 0,"
            + " \"codecs\": [%s]}";
    put("zarr.json", text.formatted(length, codec).getBytes(StandardCharsets.UTF_8));
  }

  private void put(String key, byte[] bytes) {
    store.set(new StoreKey(key), ByteBuffer.wrap(bytes));
  }

  private void replace(String key, byte[] bytes) {
    store.replace(new StoreKey(key), ByteBuffer.wrap(bytes));
  }

  private static byte[] numbers(int first, int count) {
    byte[] numbers = new byte[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (byte) (first + i);
    }
    return numbers;
  }

  /** A shard of numbers from 0 on, with its index behind them. */
  private static byte[] shard(int inner, int count) {
    ByteBuffer shard =
        ByteBuffer.allocate(count + count / inner * 2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    shard.put(numbers(0, count));
    for (int chunk = 0; chunk < count / inner; chunk++) {
      shard.putLong((long) chunk * inner).putLong(inner);
    }
    return shard.array();
  }
}
