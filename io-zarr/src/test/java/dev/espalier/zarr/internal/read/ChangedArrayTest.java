package dev.espalier.zarr.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.store.MemoryStore;
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
import org.junit.jupiter.api.Test;

/** Arrays that somebody else changes while a hierarchy is open, and looked at again. */
class ChangedArrayTest {
  private final MemoryStore store = new MemoryStore("here");

  @Test
  void whatWasKeptOfAShorterArrayDoesNotStandForALongerOne() {
    putArray(15, "{\"name\": \"bytes\"}");
    put("c/0", numbers(0, 10));
    put("c/1", numbers(10, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 12, 2)).containsExactly(12, 13);

      putArray(20, "{\"name\": \"bytes\"}");

      assertThat(read(hierarchy, 12, 6)).containsExactly(12, 13, 14, 15, 16, 17);
    }
  }

  @Test
  void theIndexOfAShardOfFewerInnerChunksIsNotReadForOneOfMore() {
    String sharding =
        "{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [%d], \"codecs\":"
            + " [{\"name\": \"bytes\"}], \"index_codecs\": [{\"name\": \"bytes\","
            + " \"configuration\": {\"endian\": \"little\"}}]}}";
    putArray(10, sharding.formatted(10));
    put("c/0", shard(10, 10));
    try (OpenHierarchy hierarchy = open()) {
      assertThat(read(hierarchy, 0, 10)).hasSize(10);

      putArray(10, sharding.formatted(5));
      put("c/0", shard(5, 10));

      assertThat(read(hierarchy, 5, 5)).containsExactly(5, 6, 7, 8, 9);
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
