package dev.espalier.testkit.store;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A store that fails when a test wants it to, and else does what the store below it does.
 *
 * <p>Faults are chosen before the store is used; then it is safe for use by several threads at once
 * if the store below is.
 */
public final class FaultyStore implements Store {
  private final Store store;
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger listings = new AtomicInteger();
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  private final Map<Integer, Runnable> atWrite = new ConcurrentHashMap<>();
  private final Map<Integer, Runnable> atRead = new ConcurrentHashMap<>();
  private final Map<Integer, Runnable> atListing = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> partsWritten = new ConcurrentHashMap<>();
  private final Map<Integer, FaultyValue.Fault> atValue = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> partsListed = new ConcurrentHashMap<>();

  private FaultyStore(Store store) {
    this.store = store;
  }

  /** A store without faults, so far. */
  public static FaultyStore over(Store store) {
    return new FaultyStore(store);
  }

  /** Lets one write fail before it does anything; the first is number 1. */
  public FaultyStore failingWrite(int number) {
    return atWrite(number, () -> fail(Access.WRITE, "write " + number));
  }

  /** Lets one opening of a value fail; the first is number 1. */
  public FaultyStore failingRead(int number) {
    return atRead(number, () -> fail(Access.READ, "read " + number));
  }

  /** Lets one listing fail; the first is number 1. */
  public FaultyStore failingListing(int number) {
    atListing.put(number, () -> fail(Access.READ, "listing " + number));
    return this;
  }

  /** Lets one write fail when that many bytes of the value are written; the first is number 1. */
  public FaultyStore breakingWrite(int number, int bytes) {
    partsWritten.put(number, bytes);
    return this;
  }

  /**
   * Lets one value fail to be read beyond its first bytes, as where a connection breaks; the first
   * that is opened is number 1.
   */
  public FaultyStore breakingRead(int number, long bytes) {
    atValue.put(
        number,
        new FaultyValue.Fault(bytes, () -> fail(Access.READ, "read " + number + " midway")));
    return this;
  }

  /**
   * Lets one value end before its size says so, as where a file is cut off while it is read; the
   * first that is opened is number 1.
   */
  public FaultyStore shortRead(int number, long bytes) {
    atValue.put(number, new FaultyValue.Fault(bytes, () -> endEarly(bytes)));
    return this;
  }

  /** Lets one listing fail when that many entries were given; the first is number 1. */
  public FaultyStore breakingListing(int number, int entries) {
    partsListed.put(number, entries);
    return this;
  }

  /**
   * Lets the disk be full once that many bytes were written: of the value that does not fit, the
   * beginning is written, as file systems do.
   */
  public FaultyStore fullAfter(long bytes) {
    room.set(bytes);
    return this;
  }

  /**
   * Lets that many values be set, replaced or erased, and none after them, as if the process had
   * been killed.
   */
  public FaultyStore brokenAfter(int number) {
    most.set(number);
    return this;
  }

  /** Does something before a write, on the thread that writes; the first is number 1. */
  public FaultyStore atWrite(int number, Runnable action) {
    atWrite.put(number, action);
    return this;
  }

  /** Does something before a value is opened, on that thread; the first is number 1. */
  public FaultyStore atRead(int number, Runnable action) {
    atRead.put(number, action);
    return this;
  }

  /** How many writes were asked for so far. */
  public int writes() {
    return writes.get();
  }

  /** How many values were to be set, replaced or erased so far. */
  public int changes() {
    return changes.get();
  }

  /** How many values were asked for so far. */
  public int reads() {
    return reads.get();
  }

  /**
   * A staged store that works on this one; publishing and discarding are those of the other.
   *
   * @param staged what this store was made over
   */
  public StagedStore staged(StagedStore staged) {
    return new Staged(this, staged);
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    int number = act(atRead, reads);
    Optional<StoredValue> value = store.open(key, first);
    FaultyValue.Fault fault = atValue.get(number);
    return fault == null ? value : value.map(whole -> new FaultyValue(whole, fault));
  }

  @Override
  public boolean contains(StoreKey key) {
    act(atRead, reads);
    return store.contains(key);
  }

  @Override
  public Stream<StoreEntry> list(StorePrefix prefix) {
    int number = act(atListing, listings);
    Integer entries = partsListed.get(number);
    if (entries == null) {
      return store.list(prefix);
    }
    AtomicInteger given = new AtomicInteger();
    return Stream.concat(store.list(prefix), Stream.of(new StoreEntry("", Kind.KEY)))
        .peek(
            entry -> {
              if (given.getAndIncrement() == entries || entry.name().isEmpty()) {
                fail(Access.READ, "listing " + number + " midway");
              }
            });
  }

  @Override
  public void set(StoreKey key, ByteBuffer... value) {
    change();
    int number = act(atWrite, writes);
    Integer part = partsWritten.get(number);
    if (part != null) {
      store.set(key, beginning(part, value));
      fail(Access.WRITE, "write " + number + " midway");
    }
    int size = Stream.of(value).mapToInt(ByteBuffer::remaining).sum();
    long left = room.addAndGet(-size);
    if (left >= 0) {
      store.set(key, value);
      return;
    }
    store.set(key, beginning((int) Math.max(0, left + size), value));
    throw noSpace(key);
  }

  private static ByteBuffer beginning(int size, ByteBuffer... value) {
    ByteBuffer beginning = ByteBuffer.allocate(size);
    for (ByteBuffer piece : value) {
      ByteBuffer part = piece.duplicate();
      part.limit(part.position() + Math.min(part.remaining(), beginning.remaining()));
      beginning.put(part);
    }
    return beginning.flip();
  }

  /** Counts as a write; where the disk is full or the write breaks, nothing is replaced. */
  @Override
  public void replace(StoreKey key, ByteBuffer... value) {
    change();
    int number = act(atWrite, writes);
    if (partsWritten.containsKey(number)) {
      fail(Access.WRITE, "write " + number + " midway");
    }
    if (room.addAndGet(-Stream.of(value).mapToInt(ByteBuffer::remaining).sum()) < 0) {
      throw noSpace(key);
    }
    store.replace(key, value);
  }

  private StorageException noSpace(StoreKey key) {
    return new StorageException(
        Access.WRITE, name() + ": cannot write " + key + ": no space is left on the disk", null);
  }

  @Override
  public void erase(StoreKey key) {
    change();
    store.erase(key);
  }

  private void change() {
    if (changes.incrementAndGet() > most.get()) {
      fail(Access.WRITE, "change " + changes.get());
    }
  }

  private static int act(Map<Integer, Runnable> actions, AtomicInteger counter) {
    int number = counter.incrementAndGet();
    Runnable action = actions.get(number);
    if (action != null) {
      action.run();
    }
    return number;
  }

  private static void endEarly(long bytes) {
    throw new CorruptException("ends after " + bytes + " bytes, as asked");
  }

  private void fail(Access access, String what) {
    throw new StorageException(access, name() + ": " + what + " fails, as asked", null);
  }

  private record Staged(Store store, StagedStore below) implements StagedStore {
    @Override
    public boolean keepsOrder() {
      return below.keepsOrder();
    }

    @Override
    public void remark(String text) {
      below.remark(text);
    }

    @Override
    public void publish() {
      below.publish();
    }

    @Override
    public void close() {
      below.close();
    }
  }
}
