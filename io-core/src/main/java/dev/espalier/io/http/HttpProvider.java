package dev.espalier.io.http;

import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.StoreProvider;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.model.spi.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes URLs of HTTP and HTTPS; one with other options can be made and passed to who opens. */
public final class HttpProvider implements StoreProvider {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final HttpOptions options;

  /** For {@link java.util.ServiceLoader}: asks with {@link HttpOptions#defaults}. */
  public HttpProvider() {
    this(HttpOptions.defaults());
  }

  /** Asks with certain options. */
  public HttpProvider(HttpOptions options) {
    this.options = options;
  }

  /**
   * The place that a URL names; whether anything is there shows when it is read.
   *
   * @throws dev.espalier.model.error.RequestException if it names no server
   */
  @Override
  public Optional<StorePlace> place(Location location) {
    return SCHEMES.contains(location.scheme().toLowerCase(Locale.ROOT))
        ? Optional.of(new HttpPlace(StoreUrl.parse(location.text()).name(), location, options))
        : Optional.empty();
  }

  /** Where a server may have a store. */
  private record HttpPlace(String name, Location location, HttpOptions options)
      implements StorePlace {
    @Override
    public Optional<ReadableStore> open() {
      return Optional.of(new HttpStore(location.text(), options));
    }
  }
}
