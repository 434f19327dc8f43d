package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.spi.Location;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each long document may take half of the memory, so that two of them are never read at once. */
class LongDocumentsTest {
  private static final int LONG = 100_000;
  private static final int SHORT = 10;

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final MemoryStore memory = new MemoryStore("store");

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void longOnesAreReadOneByOne() {
    assertThat(doReadersMeet(LONG, 300)).isFalse();
  }

  @Test
  void shortOnesAreReadTogether() {
    assertThat(doReadersMeet(SHORT, 30_000)).isTrue();
  }

  /**
   * Whether two workers read documents of that many blanks at the same time.
   *
   * @param millis how long one waits for the other
   */
  private boolean doReadersMeet(int blanks, long millis) {
    set("zarr.json", 0);
    set("a/zarr.json", blanks);
    set("b/zarr.json", blanks);
    Meeting meeting = new Meeting(memory, millis);
    try (ZarrHierarchy hierarchy =
        ZarrHierarchy.open(
            new Location("store"), meeting, new Zarr3Documents(), CodecRegistry.load())) {
      assertThat(hierarchy.tree(new Execution(executor, 2, 1, ProgressListener.none())).toFlat())
          .hasSize(3);
    }
    return meeting.met.getCount() == 0;
  }

  private void set(String key, int blanks) {
    String text = "{\"zarr_format\": 3, \"node_type\": \"group\"" + " ".repeat(blanks) + "}";
    memory.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /** Whoever reads a document below the root waits a little for somebody else who does. */
  private static final class Meeting implements ReadableStore, ListableStore {
    private final MemoryStore store;
    private final long millis;
    private final AtomicInteger readers = new AtomicInteger();
    private final CountDownLatch met = new CountDownLatch(1);

    Meeting(MemoryStore store, long millis) {
      this.store = store;
      this.millis = millis;
    }

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public Optional<StoredValue> open(StoreKey key, ByteRange first) {
      return store
          .open(key, first)
          .map(value -> key.value().equals("zarr.json") ? value : new Met(value, this));
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

  private record Met(StoredValue value, Meeting meeting) implements StoredValue {
    @Override
    public long size() {
      return value.size();
    }

    @Override
    public void read(long offset, ByteBuffer into) {
      if (meeting.readers.incrementAndGet() == 2) {
        meeting.met.countDown();
      }
      try {
        meeting.met.await(meeting.millis, TimeUnit.MILLISECONDS);
        value.read(offset, into);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        meeting.readers.decrementAndGet();
      }
    }

    @Override
    public void close() {
      value.close();
    }
  }
}
