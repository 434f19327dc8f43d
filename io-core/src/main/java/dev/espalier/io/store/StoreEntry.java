package dev.espalier.io.store;

/**
 * What lies directly below a prefix, as a store lists it.
 *
 * <p>The name comes from outside: it need not be one that a key may have.
 *
 * @param name the segment after the prefix
 * @param kind whether it is a key or the beginning of more keys
 */
public record StoreEntry(String name, Kind kind) {
  /** What a listed name leads to. */
  public enum Kind {
    /** A value. */
    KEY,
    /** More keys. */
    PREFIX
  }
}
