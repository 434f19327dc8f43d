package dev.espalier.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.ReadableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of HTTP on this machine that serves a store, and stops when it is closed. It knows
 * ranges, entity tags and conditions, remembers what it was asked, and does what is wrong when a
 * test wants it to.
 *
 * <p>Safe for use by several threads at once.
 */
public final class TestServer implements AutoCloseable {
  private final ReadableStore store;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<ServedRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, Fault> once = new ConcurrentHashMap<>();
  private final List<Fault> always = new CopyOnWriteArrayList<>();

  private TestServer(ReadableStore store, HttpServer server) {
    this.store = store;
    this.server = server;
  }

  /** A server of a directory. */
  public static TestServer over(Path directory) {
    return over(new FileSystemStore(directory));
  }

  /** A server of a store, which stays the caller's. */
  public static TestServer over(ReadableStore store) {
    // Else each body waits 40 ms until the system has acknowledged the headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestServer serving = new TestServer(store, server);
      server.setExecutor(serving.threads);
      server.createContext("/", serving::serve);
      server.start();
      return serving;
    } catch (IOException e) {
      throw new UncheckedIOException("a server on this machine", e);
    }
  }

  /** The URL of the store. */
  public String url() {
    return "http://" + authority();
  }

  /**
   * The URL of what is below a path.
   *
   * @param path how it is spelled in a URL, without a slash before it
   */
  public String url(String path) {
    return url() + "/" + path;
  }

  /** The address and the port, as they stand in a URL. */
  public String authority() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getAddress().getPort();
  }

  /** Does something wrong in one answer; the next request is number 1. */
  public TestServer at(int number, Fault fault) {
    once.put(count.get() + number, fault);
    return this;
  }

  /** Does something in every answer, beside what it does in that one. */
  public TestServer always(Fault fault) {
    always.add(fault);
    return this;
  }

  /** Does everything right again. */
  public TestServer heal() {
    once.clear();
    always.clear();
    return this;
  }

  /** What it was asked since it was started or has forgotten. */
  public List<ServedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was asked. */
  public void forget() {
    requests.clear();
  }

  /** Whoever throws breaks off the connection. */
  private void serve(HttpExchange exchange) throws IOException {
    requests.add(
        new ServedRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    List<Fault> faults = new ArrayList<>(always);
    Optional.ofNullable(once.remove(count.incrementAndGet())).ifPresent(faults::add);
    new Reply(exchange, store, closing).send(faults);
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
