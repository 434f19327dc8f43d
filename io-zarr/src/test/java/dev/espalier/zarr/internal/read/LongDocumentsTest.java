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
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void longOnesAreReadOneByOne(int version) {
    assertThat(doReadersMeet(version, LONG, 300)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void shortOnesAreReadTogether(int version) {
    assertThat(doReadersMeet(version, SHORT, 30_000)).isTrue();
  }

  /**
   * Whether two workers, who both open some, read documents of that many blanks at the same time.
   *
   * @param millis how long one waits for the other
   */
  private boolean doReadersMeet(int version, int blanks, long millis) {
    DocumentFormat format = version == 2 ? new Zarr2Documents() : new Zarr3Documents();
    String name = version == 2 ? ".zgroup" : "zarr.json";
    String type = version == 2 ? "" : ", \"node_type\": \"group\"";
    String text = "{\"zarr_format\": " + version + type;
    set(name, text + "}");
    set("a/" + name, text + " ".repeat(blanks) + "}");
    set("b/" + name, text + " ".repeat(blanks) + "}");
    Meeting meeting = new Meeting(memory, millis);
    try (ZarrHierarchy hierarchy =
        ZarrHierarchy.open(new Location("store"), meeting, format, CodecRegistry.load())) {
      assertThat(hierarchy.tree(new Execution(executor, 2, 1, ProgressListener.none())).toFlat())
          .hasSize(3);
    }
    assertThat(meeting.workers).hasSize(2);
    return meeting.met.getCount() == 0;
  }

  private void set(String key, String text) {
    memory.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /** Whoever reads a document below the root waits a little for somebody else who does. */
  private static final class Meeting implements ReadableStore, ListableStore {
    private final MemoryStore store;
    private final long millis;
    private final AtomicInteger readers = new AtomicInteger();
    private final CountDownLatch met = new CountDownLatch(1);
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

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
      return store.open(key, first).map(value -> key.value().contains("/") ? met(value) : value);
    }

    private StoredValue met(StoredValue value) {
      workers.add(Thread.currentThread());
      return new Met(value, this);
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
