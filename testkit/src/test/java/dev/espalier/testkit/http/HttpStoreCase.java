package dev.espalier.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.http.HttpOptions;
import dev.espalier.io.http.HttpRetries;
import dev.espalier.io.http.HttpStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** A server with a store of values, and a store that reads it. */
abstract class HttpStoreCase {
  /** Three tries without long waits. */
  static final HttpOptions QUICK =
      HttpOptions.defaults()
          .withRetries(
              new HttpRetries(
                  3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1)));

  final MemoryStore values = new MemoryStore("served");
  final TestServer server = TestServer.over(values);
  HttpStore store = new HttpStore(server.url(), QUICK);

  @AfterEach
  final void stop() {
    store.close();
    server.close();
  }

  /** Reads with other options from now on. */
  final void use(HttpOptions options) {
    store.close();
    store = new HttpStore(server.url(), options);
  }

  final void set(String key, String text) {
    values.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /** A value that does not fit into what waits on the way. */
  final byte[] setLarge(String key, int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    values.set(new StoreKey(key), ByteBuffer.wrap(bytes));
    return bytes;
  }

  final String read(String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      return text(value, 0, (int) value.size());
    }
  }

  static String text(StoredValue value, long offset, int length) {
    return new String(bytes(value, offset, length), UTF_8);
  }

  static byte[] bytes(StoredValue value, long offset, int length) {
    ByteBuffer into = ByteBuffer.allocate(length);
    value.read(offset, into);
    return into.array();
  }

  final StoredValue open(String key) {
    return store.open(new StoreKey(key)).orElseThrow();
  }
}
