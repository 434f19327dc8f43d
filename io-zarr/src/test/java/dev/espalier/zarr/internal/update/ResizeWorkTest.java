package dev.espalier.zarr.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of a change of the shape, only those chunks are work whose content may have to change. */
class ResizeWorkTest {
  /** Chunks of 3 by 4 elements, of which the last ones of 7 by 10 elements hang over both edges. */
  private static final Standing PLAIN = Standing.of("plain");

  @Test
  void anArrayThatGrowsLooksAtTheChunksOfTheEdgeThatMovesAndOnce() {
    assertThat(opened(PLAIN, Shape.of(8, 10))).containsExactly("a/c/2/0", "a/c/2/1", "a/c/2/2");
    assertThat(opened(PLAIN, Shape.of(7, 30))).containsExactly("a/c/0/2", "a/c/1/2", "a/c/2/2");
    assertThat(opened(PLAIN, Shape.of(8, 11)))
        .containsExactly("a/c/0/2", "a/c/1/2", "a/c/2/0", "a/c/2/1", "a/c/2/2");
  }

  @Test
  void anArrayThatShrinksLooksAtTheChunksThatTheNewerEdgeCutsAndOnce() {
    assertThat(opened(PLAIN, Shape.of(4, 10))).containsExactly("a/c/1/0", "a/c/1/1", "a/c/1/2");
    assertThat(opened(PLAIN, Shape.of(3, 10))).isEmpty();
    assertThat(opened(PLAIN, Shape.of(3, 9))).containsExactly("a/c/0/2");
  }

  @Test
  void whereOneEdgeMovesOutAndAnotherInEachHasItsChunks() {
    assertThat(opened(PLAIN, Shape.of(8, 7)))
        .containsExactly("a/c/0/1", "a/c/1/1", "a/c/2/0", "a/c/2/1", "a/c/2/1");
  }

  @Test
  void innerChunksThatGoAsAWholeAreNotDecoded() {
    Standing shards = Standing.of("shards");
    MemoryStore store = shards.storeOnceLarger(shards.shape());
    Model model = shards.read(store);
    damageInnerChunk(store, "a/c/0/0", 5); // rows 2 and 3, columns 4 and 5

    resize(shards, store, Shape.of(2, 10));
    model.resize(Shape.of(2, 10));
    assertThat(shards.read(store).bytes()).isEqualTo(model.bytes());
    resize(shards, store, Shape.of(4, 10));
    model.resize(Shape.of(4, 10));
    assertThat(shards.read(store).bytes()).isEqualTo(model.bytes());
  }

  @Test
  void innerChunksThatWereLeftBeyondTheEdgeAreNotDecodedEither() {
    Standing shards = Standing.of("shards");
    MemoryStore store = new Standing("larger", Shape.of(8, 12), shards.document()).store();
    try (ZarrChanges changes = shards.change(store)) {
      Shape larger = Shape.of(8, 12);
      changes
          .changeable(Standing.ARRAY)
          .write(Region.all(larger), Model.block(new Random(9), larger, Standing.FILL));
    }
    Standing.set(store, "a/zarr.json", shards.document().replace("SHAPE", "[6, 10]"));
    Model model = shards.read(store);
    damageInnerChunk(store, "a/c/1/0", 3); // rows 6 and 7, columns 0 and 1

    resize(shards, store, Shape.of(8, 10));

    model.resize(Shape.of(8, 10));
    assertThat(shards.read(store).bytes()).isEqualTo(model.bytes());
  }

  @Test
  void chunksAreWorkedThroughByAsManyAsThereMayBe() {
    CountDownLatch together = new CountDownLatch(2);
    Watched store = new Watched(PLAIN.storeOnceLarger(PLAIN.shape()), () -> meet(together));
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try (ZarrChanges changes = PLAIN.change(store)) {
      Execution two = new Execution(pool, 2, 1 << 20, ProgressListener.none());
      changes.changeable(Standing.ARRAY).resize(Shape.of(5, 10), two);
    } finally {
      pool.shutdownNow();
    }
    assertThat(together.getCount()).isZero();
  }

  @Test
  void whoIsInterruptedStopsAndTheShapeStays() {
    MemoryStore store = PLAIN.storeOnceLarger(PLAIN.shape());
    Model model = PLAIN.read(store);
    Watched watched = new Watched(store, () -> Thread.currentThread().interrupt());
    try (ZarrChanges changes = PLAIN.change(watched)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);

      assertThatThrownBy(() -> array.resize(Shape.of(9, 10)))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(watched.opened).hasSize(1);
      assertThat(array.spec().shape()).isEqualTo(PLAIN.shape());
    }
    assertThat(PLAIN.read(store).bytes()).isEqualTo(model.bytes());
  }

  @Test
  void whoIsInterruptedOnceTheShapeIsSmallerLeavesTheSmallerArray() {
    MemoryStore store = PLAIN.storeOnceLarger(PLAIN.shape());
    Model model = PLAIN.read(store);
    model.resize(Shape.of(4, 10));
    Watched watched = new Watched(store, () -> Thread.currentThread().interrupt());
    try (ZarrChanges changes = PLAIN.change(watched)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);

      assertThatThrownBy(() -> array.resize(Shape.of(4, 10)))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(watched.opened).hasSize(1);
      assertThat(array.spec().shape()).isEqualTo(Shape.of(4, 10));
    }
    assertThat(PLAIN.read(store).bytes()).isEqualTo(model.bytes());

    resize(PLAIN, store, PLAIN.shape());
    model.resize(PLAIN.shape());
    assertThat(PLAIN.read(store).bytes()).as("nothing comes to light").isEqualTo(model.bytes());
  }

  /** The shape changes along the first dimension, so that each chunk of the only row is cut. */
  @Test
  void chunksAreListedAsTheyAreWorkedThrough() {
    Standing wide = new Standing("wide", Shape.of(3, 400), PLAIN.document());
    Watched store = new Watched(wide.storeOnceLarger(wide.shape()), () -> {});

    resize(wide, store, Shape.of(2, 400));

    assertThat(store.opened).hasSize(100);
    assertThat(store.listedAtChunk.get(0)).as("the row, and a chunk or two").isLessThanOrEqualTo(3);
    assertThat(store.listedAtChunk.get(99)).isEqualTo(101);
  }

  private static void meet(CountDownLatch together) {
    together.countDown();
    try {
      assertThat(together.await(30, TimeUnit.SECONDS)).as("another one came").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The chunks that are opened while an array gets another shape. */
  private static List<String> opened(Standing kind, Shape shape) {
    Watched store = new Watched(kind.storeOnceLarger(kind.shape()), () -> {});
    resize(kind, store, shape);
    return store.opened.stream().sorted().toList();
  }

  private static void resize(Standing kind, Store store, Shape shape) {
    try (ZarrChanges changes = kind.change(store)) {
      changes.changeable(Standing.ARRAY).resize(shape);
    }
  }

  /** Overwrites what a shard of six inner chunks, its index last, has of one of them. */
  private static void damageInnerChunk(Store store, String key, int number) {
    byte[] shard = Standing.bytes(store, key);
    int index = shard.length - 6 * 16 - 4;
    ByteBuffer entry = ByteBuffer.wrap(shard).order(ByteOrder.LITTLE_ENDIAN);
    int offset = (int) entry.getLong(index + 16 * number);
    int size = (int) entry.getLong(index + 16 * number + 8);
    Arrays.fill(shard, offset, offset + size, (byte) 0x55);
    store.set(new StoreKey(key), ByteBuffer.wrap(shard));
  }

  /**
   * A store that keeps the keys of chunks that are opened, and how much of the lists of chunks had
   * been gone through then.
   */
  private record Watched(
      Store store,
      Runnable atChunk,
      List<String> opened,
      AtomicInteger listed,
      List<Integer> listedAtChunk)
      implements Store {
    Watched(Store store, Runnable atChunk) {
      this(
          store,
          atChunk,
          Collections.synchronizedList(new ArrayList<>()),
          new AtomicInteger(),
          Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public Optional<StoredValue> open(StoreKey key, ByteRange first) {
      if (key.value().contains("/c/")) {
        opened.add(key.value());
        listedAtChunk.add(listed.get());
        atChunk.run();
      }
      return store.open(key, first);
    }

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public boolean contains(StoreKey key) {
      return store.contains(key);
    }

    @Override
    public Stream<StoreEntry> list(StorePrefix prefix) {
      Stream<StoreEntry> entries = store.list(prefix);
      return prefix.value().startsWith("a/c/")
          ? entries.peek(entry -> listed.incrementAndGet())
          : entries;
    }

    @Override
    public void set(StoreKey key, ByteBuffer... value) {
      store.set(key, value);
    }

    @Override
    public void replace(StoreKey key, ByteBuffer... value) {
      store.replace(key, value);
    }

    @Override
    public void erase(StoreKey key) {
      store.erase(key);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
