package dev.espalier.model.convention;

import dev.espalier.model.error.RequestException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The conventions at hand.
 *
 * @param all the conventions, ordered by name and version
 */
public record Conventions(List<Convention> all) {
  /** Copies and orders the list. */
  public Conventions {
    all = all.stream().sorted(Comparator.comparing(c -> c.id().toString())).toList();
  }

  /** The conventions that {@link ServiceLoader} finds. */
  public static Conventions load() {
    return new Conventions(
        ServiceLoader.load(Convention.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The convention that a user names; without a version, its last one.
   *
   * @param text {@code NAME} or {@code NAME@VERSION}
   * @throws RequestException if there is none; the message lists those that there are
   */
  public Convention named(String text) {
    return all.stream()
        .filter(c -> c.id().toString().equals(text) || c.id().name().equals(text))
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                new RequestException(
                    "no convention is called \""
                        + text
                        + "\"; known: "
                        + all.stream()
                            .map(c -> c.id().toString())
                            .collect(Collectors.joining(", "))));
  }
}
