package dev.espalier.io.http;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import java.util.Optional;

/**
 * A directory of a server, read through HTTP or HTTPS; every key is a URL below it. It cannot be
 * listed.
 *
 * <p>Opening a value costs one request, which brings what is read first; other parts are asked for
 * when they are read. Where a server gives no parts, the whole value is fetched, and the values
 * last read are kept in memory as far as the options allow. What fails and may work the next time
 * is tried again; a body that breaks off is continued where it broke, if the server says of which
 * version the rest is. A value that changes while it is open is a failure. 404 and 410 mean that
 * there is no value; 403 is a failure unless the options say otherwise.
 *
 * <p>The query of the URL is sent with every request, so that signed URLs work. User and password
 * in the URL are sent as a header, to that server only, and are in no message. Redirects are
 * followed, but not from HTTPS to HTTP. The proxy is the one of the Java system properties.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110</a>
 */
public final class HttpStore implements ReadableStore {
  private final StoreUrl url;
  private final HttpOptions options;
  private final Transport transport;
  private final ServerRanges ranges = new ServerRanges();
  private final KeptValues kept;

  /**
   * The store at a URL, asked with {@link HttpOptions#defaults}.
   *
   * @throws dev.espalier.model.error.RequestException if that is no URL of a server
   */
  public HttpStore(String url) {
    this(url, HttpOptions.defaults());
  }

  /**
   * The store at a URL; no request is made yet.
   *
   * @throws dev.espalier.model.error.RequestException if that is no URL of a server
   */
  public HttpStore(String url, HttpOptions options) {
    this.url = StoreUrl.parse(url);
    this.options = options;
    this.transport = new Transport(this.url, options);
    this.kept = new KeptValues(options.keptBytes());
  }

  @Override
  public String name() {
    return url.name();
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    String what = name() + ": " + StoreKey.shown(key.value());
    return Opening.open(new Resource(what, url.of(key), transport, options, ranges, kept), first);
  }

  /** Breaks off what is being read, and ends the threads that read. */
  @Override
  public void close() {
    transport.close();
  }

  @Override
  public String toString() {
    return name();
  }
}
