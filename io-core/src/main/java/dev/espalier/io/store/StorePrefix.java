package dev.espalier.io.store;

/**
 * What the keys below one place of a store begin with: nothing for the whole store, else segments
 * that each end in a slash, such as {@code a/b/}.
 *
 * @param value the beginning of the keys
 */
public record StorePrefix(String value) {
  private static final StorePrefix ROOT = new StorePrefix("");

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

  @Override
  public String toString() {
    return value.isEmpty() ? "the root" : value;
  }
}
