package dev.espalier.io.store;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A store that lives as long as the program. */
public final class MemoryStore implements Store {
  private final String name;
  private final ConcurrentSkipListMap<String, Value> values = new ConcurrentSkipListMap<>();
  private final AtomicLong changes = new AtomicLong();

  /**
   * An empty store.
   *
   * @param name what messages call it
   */
  public MemoryStore(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    return Optional.ofNullable(values.get(key.value()));
  }

  @Override
  public boolean contains(StoreKey key) {
    return values.containsKey(key.value());
  }

  @Override
  public Stream<StoreEntry> list(StorePrefix prefix) {
    return prefix.entries(values.navigableKeySet());
  }

  @Override
  public void set(StoreKey key, ByteBuffer... value) {
    int length = 0;
    for (ByteBuffer piece : value) {
      length = Math.addExact(length, piece.remaining());
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (ByteBuffer piece : value) {
      piece.get(piece.position(), joined, at, piece.remaining());
      at += piece.remaining();
    }
    values.put(key.value(), new Value(joined, Long.toString(changes.incrementAndGet())));
  }

  @Override
  public void replace(StoreKey key, ByteBuffer... value) {
    set(key, value);
  }

  @Override
  public void erase(StoreKey key) {
    values.remove(key.value());
  }

  private static final class Value implements StoredValue {
    private final ByteSource bytes;
    private final String version;

    Value(byte[] bytes, String version) {
      this.bytes = ByteSource.of(bytes);
      this.version = version;
    }

    @Override
    public Optional<String> version() {
      return Optional.of(version);
    }

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public void read(long offset, ByteBuffer into) {
      bytes.read(offset, into);
    }

    @Override
    public void close() {}
  }
}
