package dev.espalier.io.store;

import dev.espalier.io.store.StoreEntry.Kind;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the keys below one place of a store begin with: nothing for the whole store, else segments
 * that each end in a slash, such as {@code a/b/}.
 *
 * @param value the beginning of the keys
 */
public record StorePrefix(String value) {
  private static final StorePrefix ROOT = new StorePrefix("");

  /** The first character after the slash, so that a range ends behind all keys of a prefix. */
  private static final char AFTER_SLASH = '/' + 1;

  /** Checks every segment. */
  public StorePrefix {
    if (!value.isEmpty()) {
      if (!value.endsWith("/")) {
        throw new IllegalArgumentException(
            "store prefix \"" + StoreKey.shown(value) + "\" does not end with \"/\"");
      }
      StoreKey.problemWith(value.substring(0, value.length() - 1))
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(
                    "store prefix \"" + StoreKey.shown(value) + "\" " + problem);
              });
    }
  }

  /** The prefix of all keys. */
  public static StorePrefix root() {
    return ROOT;
  }

  /** The prefix of that name below this one. */
  public StorePrefix child(String segment) {
    return new StorePrefix(value + segment + "/");
  }

  /**
   * The key below this prefix.
   *
   * @param rest what follows the prefix; it may have several segments
   */
  public StoreKey key(String rest) {
    return new StoreKey(value + rest);
  }

  /** What lies directly below this prefix, for a store that has its keys at hand in order. */
  public Stream<StoreEntry> entries(NavigableSet<String> keys) {
    TreeSet<String> prefixes = new TreeSet<>();
    TreeSet<String> names = new TreeSet<>();
    for (String key : below(keys)) {
      String rest = key.substring(value.length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        names.add(rest);
      } else {
        prefixes.add(rest.substring(0, slash));
      }
    }
    return Stream.concat(
        prefixes.stream().map(name -> new StoreEntry(name, Kind.PREFIX)),
        names.stream().map(name -> new StoreEntry(name, Kind.KEY)));
  }

  private NavigableSet<String> below(NavigableSet<String> keys) {
    if (value.isEmpty()) {
      return keys;
    }
    String path = value.substring(0, value.length() - 1);
    return keys.subSet(value, true, path + AFTER_SLASH, false);
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "the root" : value;
  }
}
