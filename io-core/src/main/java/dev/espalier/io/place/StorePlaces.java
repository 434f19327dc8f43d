package dev.espalier.io.place;

import dev.espalier.model.spi.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The kinds of places at hand.
 *
 * @param providers who finds them, in the order in which they are asked
 */
public record StorePlaces(List<StoreProvider> providers) {
  /** Copies the list. */
  public StorePlaces {
    providers = List.copyOf(providers);
  }

  /** What {@link ServiceLoader} finds. */
  public static StorePlaces load() {
    return new StorePlaces(
        ServiceLoader.load(StoreProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(StoreProvider::takesAnyPath))
            .toList());
  }

  /** The place that a location names; nothing if there is no store of such a kind. */
  public Optional<StorePlace> place(Location location) {
    return providers.stream().flatMap(provider -> provider.place(location).stream()).findFirst();
  }
}
