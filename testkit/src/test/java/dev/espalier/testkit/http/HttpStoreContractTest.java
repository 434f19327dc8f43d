package dev.espalier.testkit.http;

import dev.espalier.io.http.HttpStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.testkit.store.ReadableStoreContract;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** HTTP is a store like any other, of whatever kind the server is. */
class HttpStoreContractTest {
  /** A server that does everything right. */
  @Nested
  class OfAGoodServer extends ReadableStoreContract {
    private final Servers servers = new Servers();

    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) {
      return servers.storeOf(values);
    }

    @AfterEach
    void stop() {
      servers.stop();
    }
  }

  /** A server that gives no parts. */
  @Nested
  class OfAServerWithoutRanges extends ReadableStoreContract {
    private final Servers servers = new Servers(new Fault.IgnoreRange());

    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) {
      return servers.storeOf(values);
    }

    @AfterEach
    void stop() {
      servers.stop();
    }
  }

  /** A server that does not say how long its values are. */
  @Nested
  class OfAServerWithoutLengths extends ReadableStoreContract {
    private final Servers servers = new Servers(new Fault.IgnoreRange(), new Fault.Chunked());

    @Override
    protected ReadableStore storeOf(Map<StoreKey, byte[]> values) {
      return servers.storeOf(values);
    }

    @AfterEach
    void stop() {
      servers.stop();
    }
  }

  /** Servers of one test. */
  private static final class Servers {
    private final List<Fault> habits;
    private final List<TestServer> running = new ArrayList<>();

    Servers(Fault... habits) {
      this.habits = List.of(habits);
    }

    ReadableStore storeOf(Map<StoreKey, byte[]> values) {
      MemoryStore store = new MemoryStore("served");
      values.forEach((key, value) -> store.set(key, ByteBuffer.wrap(value)));
      TestServer server = TestServer.over(store);
      habits.forEach(server::always);
      running.add(server);
      return new HttpStore(server.url(), HttpStoreCase.QUICK);
    }

    void stop() {
      running.forEach(TestServer::close);
    }
  }
}
