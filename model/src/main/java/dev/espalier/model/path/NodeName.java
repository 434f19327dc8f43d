package dev.espalier.model.path;

import java.util.Optional;

/**
 * The name of a node within its group.
 *
 * <p>Names are case-sensitive and compared by code point, never normalized.
 *
 * @param value the name
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#node-names">Zarr v3,
 *     node names</a>
 */
public record NodeName(String value) implements Comparable<NodeName> {
  private static final int LONGEST_IN_MESSAGE = 80;

  /** Checks the rules of Zarr v3. */
  public NodeName {
    Optional<String> problem = problemWith(value);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(
          "node name \"" + abbreviate(value) + "\" " + problem.get());
    }
  }

  /** Why a text is no legal node name, or nothing if it is one. */
  public static Optional<String> problemWith(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty; a name has at least one character");
    }
    if (text.indexOf('/') >= 0) {
      return Optional.of("contains \"/\", which separates names in a path");
    }
    if (hasOnlyPeriods(text)) {
      return Optional.of("consists of periods only");
    }
    if (text.startsWith("__")) {
      return Optional.of("starts with \"__\", which is reserved");
    }
    if (text.equals("zarr.json")) {
      return Optional.of("is the key of a metadata document");
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of("contains a NUL character");
    }
    if (hasLoneSurrogate(text)) {
      return Optional.of("contains half of a surrogate pair, which no store can encode");
    }
    return Optional.empty();
  }

  private static boolean hasOnlyPeriods(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Orders names by code point, which is also the order of their UTF-8 bytes. */
  @Override
  public int compareTo(NodeName other) {
    if (this == other) {
      return 0; // as mostly in paths below the same group
    }
    int length = Math.min(value.length(), other.value.length());
    for (int i = 0; i < length; i++) {
      char mine = value.charAt(i);
      char theirs = other.value.charAt(i);
      if (mine != theirs) {
        // Characters beyond U+FFFF are pairs of surrogates, which sort below U+E000.
        boolean pair = Character.isSurrogate(mine);
        return pair == Character.isSurrogate(theirs)
            ? Character.compare(mine, theirs)
            : pair ? 1 : -1;
      }
    }
    return Integer.compare(value.length(), other.value.length());
  }

  @Override
  public String toString() {
    return value;
  }

  private static String abbreviate(String text) {
    return text.length() <= LONGEST_IN_MESSAGE
        ? text
        : text.substring(0, LONGEST_IN_MESSAGE) + "...";
  }
}
