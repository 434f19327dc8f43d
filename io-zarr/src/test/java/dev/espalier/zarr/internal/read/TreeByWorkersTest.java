package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many workers read a tree, it is the same tree. */
class TreeByWorkersTest {
  private static final int WORKERS = 4;
  private static final String GROUP =
      "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {\"is\": \"%s\"}}";

  private final ExecutorService executor = Executors.newFixedThreadPool(WORKERS);
  private final MemoryStore store = new MemoryStore("store");

  @BeforeEach
  void fill() {
    set("zarr.json", GROUP.formatted("root"));
    for (int wide = 0; wide < 60; wide++) {
      set("g" + wide + "/zarr.json", GROUP.formatted(wide));
      for (int member = 0; member < wide % 7; member++) {
        set("g" + wide + "/m" + member + "/zarr.json", GROUP.formatted(wide + "." + member));
      }
    }
    String deep = "g0/";
    for (int level = 0; level < 40; level++) {
      deep += "deep/";
      set(deep + "zarr.json", GROUP.formatted(deep));
    }
    set("g1/broken/zarr.json", "{");
    set("g2/hidden/below/zarr.json", GROUP.formatted("below"));
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private ZarrHierarchy open() {
    return open(store);
  }

  private static ZarrHierarchy open(ReadableStore store) {
    return ZarrHierarchy.open(
        new Location("store"), store, new Zarr3Documents(), CodecRegistry.load());
  }

  private static Execution with(java.util.concurrent.Executor executor) {
    return new Execution(executor, WORKERS, 1, ProgressListener.none());
  }

  @Test
  void theTreeIsTheSameAsReadByOne() {
    try (ZarrHierarchy hierarchy = open()) {
      NodeSpec alone = hierarchy.tree();

      assertThat(alone.toFlat()).hasSize(1 + 60 + 174 + 40 + 1);
      assertThat(alone.toFlat().get(NodePath.parse("/g1/broken")))
          .isInstanceOf(UnreadableSpec.class);
      for (int i = 0; i < 20; i++) {
        NodeSpec together = hierarchy.tree(with(executor));
        assertThat(together).isEqualTo(alone);
        assertThat(together.toFlat().keySet()).containsExactlyElementsOf(alone.toFlat().keySet());
      }
    }
  }

  @Test
  void severalWorkersTakePart() {
    Meeting meeting = new Meeting(store);
    try (ZarrHierarchy hierarchy = open(meeting)) {
      meeting.awaited.set(true);
      hierarchy.tree(with(executor));
    }

    assertThat(meeting.readers).hasSizeGreaterThan(1);
  }

  @Test
  void anExecutorThatRefusesTasksLeavesTheWorkToTheCaller() {
    try (ZarrHierarchy hierarchy = open()) {
      NodeSpec tree =
          hierarchy.tree(
              with(
                  task -> {
                    throw new RejectedExecutionException("closed");
                  }));

      assertThat(tree).isEqualTo(hierarchy.tree());
    }
  }

  @Test
  void anInterruptionEndsIt() {
    try (ZarrHierarchy hierarchy = open()) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> hierarchy.tree(with(executor)))
          .isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** A store whose readers wait for each other, once they are awaited, until there are two. */
  private record Meeting(
      MemoryStore store, AtomicBoolean awaited, Set<Thread> readers, CountDownLatch two)
      implements ReadableStore, ListableStore {
    Meeting(MemoryStore store) {
      this(store, new AtomicBoolean(), ConcurrentHashMap.newKeySet(), new CountDownLatch(2));
    }

    @Override
    public Optional<StoredValue> open(StoreKey key, ByteRange first) {
      if (awaited.get() && key.value().startsWith("g") && readers.add(Thread.currentThread())) {
        two.countDown();
        try {
          assertThat(two.await(30, TimeUnit.SECONDS)).as("another one came").isTrue();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
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
      return store.list(prefix);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
