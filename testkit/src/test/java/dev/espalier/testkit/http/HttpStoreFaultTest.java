package dev.espalier.testkit.http;

import dev.espalier.io.http.HttpStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.testkit.store.StoreFaultContract;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What a server does wrong does not become wrong bytes. */
class HttpStoreFaultTest extends StoreFaultContract {
  private static final StoreKey SECOND = new StoreKey("a/second");
  private static final Map<String, Fault> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("bodies break off", new Fault.BreakAfter(700));
    FAULTS.put("bodies are empty", new Fault.BreakAfter(0));
    FAULTS.put("connections break", new Fault.NoAnswer());
    FAULTS.put("the server is busy", new Fault.Status(503, Map.of()));
    FAULTS.put("the server fails", new Fault.Status(500, Map.of()));
    FAULTS.put("the server forbids it", new Fault.Status(403, Map.of()));
    FAULTS.put("the server has other conditions", new Fault.Status(412, Map.of()));
    FAULTS.put("the server has no ranges", new Fault.Status(416, Map.of()));
    FAULTS.put("ranges are ignored", new Fault.IgnoreRange());
    FAULTS.put("lengths are not told", new Fault.Chunked());
    FAULTS.put("tags are others", headers("ETag", "\"other\""));
    FAULTS.put("tags are missing", headers("ETag", ""));
    FAULTS.put("other parts are told", headers("Content-Range", "bytes 0-9/100000"));
    FAULTS.put("other lengths are told", headers("Content-Range", "bytes 10-1009/200000"));
    FAULTS.put("parts are not told", headers("Content-Range", ""));
    FAULTS.put("bytes are encoded", headers("Content-Encoding", "br"));
    FAULTS.put("redirects go in circles", new Fault.Status(302, Map.of("Location", "?again")));
  }

  private final List<TestServer> running = new ArrayList<>();

  private static Fault headers(String name, String text) {
    return new Fault.Headers(Map.of(name, text));
  }

  @AfterEach
  void stop() {
    running.forEach(TestServer::close);
  }

  @Override
  protected Map<String, Harm> harms() {
    Map<String, Harm> harms = new LinkedHashMap<>();
    FAULTS.forEach(
        (name, fault) -> {
          harms.put(name, values -> victim(filled(values), server -> server.always(fault), values));
          harms.put(
              name + " from time to time",
              values -> victim(filled(values), server -> sometimes(server, fault), values));
        });
    harms.put("the server is gone", values -> victim(filled(values), TestServer::close, values));
    harms.put("a value is replaced", this::replaced);
    harms.put("a value is erased", this::erased);
    return harms;
  }

  private static void sometimes(TestServer server, Fault fault) {
    for (int i = 1; i < 100; i += 3) {
      server.at(i, fault);
    }
  }

  private interface Strikes {
    void on(TestServer server);
  }

  private Victim victim(MemoryStore values, Strikes strikes, Map<StoreKey, byte[]> after) {
    TestServer server = TestServer.over(values);
    running.add(server);
    HttpStore store = new HttpStore(server.url(), HttpStoreCase.QUICK);
    return new Victim(store, () -> strikes.on(server), after);
  }

  private Victim replaced(Map<StoreKey, byte[]> values) {
    Map<StoreKey, byte[]> after = new HashMap<>(values);
    after.put(SECOND, new byte[100_000]);
    MemoryStore store = filled(values);
    return victim(store, server -> store.set(SECOND, ByteBuffer.allocate(100_000)), after);
  }

  private Victim erased(Map<StoreKey, byte[]> values) {
    Map<StoreKey, byte[]> after = new HashMap<>(values);
    after.remove(SECOND);
    MemoryStore store = filled(values);
    return victim(store, server -> store.erase(SECOND), after);
  }

  private static MemoryStore filled(Map<StoreKey, byte[]> values) {
    MemoryStore store = new MemoryStore("served");
    values.forEach((key, value) -> store.set(key, ByteBuffer.wrap(value)));
    return store;
  }
}
