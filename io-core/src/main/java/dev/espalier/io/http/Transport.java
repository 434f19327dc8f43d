package dev.espalier.io.http;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and follows redirects; safe for use by several threads at once.
 *
 * <p>HTTP/1.1 is spoken: each request that runs at the same time has a connection of its own, which
 * makes large bodies faster than sharing one.
 */
final class Transport implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int IDLE_SECONDS = 5;

  private final HttpOptions options;
  private final String store;
  private final Optional<String> authorization;
  private final ThreadPoolExecutor threads;
  private final Set<Body> bodies = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HttpClient client;

  Transport(StoreUrl url, HttpOptions options) {
    this.options = options;
    this.store = url.name();
    this.authorization = url.authorization();
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Transport::daemon);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.connectTimeout())
            .executor(threads)
            .build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "espalier-http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks for a value.
   *
   * @param headers what is sent beside what every request has
   * @return the answer, whatever it says, unless it leads elsewhere; close it
   * @throws IOException if there is no answer
   * @throws StorageException if it leads where nobody goes
   */
  Answer get(URI uri, Map<String, String> headers) throws IOException {
    URI at = uri;
    for (int redirects = 0; ; redirects++) {
      Answer answer =
          send(request(at, at.getRawAuthority().equals(uri.getRawAuthority()), headers));
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      try (answer) {
        URI next = target(at, answer);
        if (redirects == options.redirects()) {
          throw refused(at, "it leads on more than " + redirects + " times");
        }
        at = next;
      }
    }
  }

  private HttpRequest request(URI uri, boolean sameServer, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).GET().timeout(options.answerTimeout());
    request.header("Accept-Encoding", "identity").header("User-Agent", "espalier");
    headers.forEach(request::header);
    if (sameServer) {
      authorization.ifPresent(value -> request.header("Authorization", value));
    }
    return request.build();
  }

  private Answer send(HttpRequest request) throws IOException {
    HttpClient sending = client;
    if (sending == null) {
      throw new IllegalStateException(store + ": the store is closed");
    }
    try {
      HttpResponse<Body> response = sending.send(request, info -> begin());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(store + ": reading was interrupted", e);
    }
  }

  private Body begin() {
    Body body = new Body(store, options.answerTimeout(), bodies::remove, System::nanoTime);
    bodies.add(body);
    return body;
  }

  private URI target(URI from, Answer answer) {
    String location =
        answer
            .header("Location")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> refused(from, "it does not say where the value is"));
    URI to;
    try {
      // The class of the JDK loses the last part of the path for a query alone.
      to = from.resolve(location.startsWith("?") ? from.getRawPath() + location : location);
    } catch (IllegalArgumentException e) {
      throw refused(from, "what it names is no URL");
    }
    String scheme = String.valueOf(to.getScheme());
    boolean isSecret = from.getScheme().equalsIgnoreCase("https");
    if (scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && !isSecret)) {
      if (StoreUrl.namesServer(to) && to.getRawUserInfo() == null) {
        return to;
      }
      throw refused(from, "what it names is no URL of a server");
    }
    throw refused(from, "it leads from " + from.getScheme() + " to " + scheme);
  }

  private StorageException refused(URI from, String why) {
    return new StorageException(
        Access.READ,
        store
            + ": the redirect that answers "
            + from.getRawPath()
            + " is not followed: "
            + why
            + "; open the URL at which the store is",
        null);
  }

  /** Breaks off what is being read, and lets go of the threads. */
  @Override
  public void close() {
    client = null; // its own thread ends when nothing refers to it any more
    bodies.forEach(Body::close); // whoever tries again finds no client
    threads.shutdown();
  }
}
