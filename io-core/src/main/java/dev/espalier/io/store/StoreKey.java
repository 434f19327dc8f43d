package dev.espalier.io.store;

import java.util.Optional;

/**
 * The name of one value in a store: segments joined by slashes, such as {@code a/b/zarr.json}.
 *
 * <p>A key cannot leave its store: no segment is empty, {@code .} or {@code ..}, and none holds a
 * NUL. A backslash is a character like any other; stores for which it separates refuse it.
 *
 * @param value the segments, joined by slashes
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#storage">Zarr v3,
 *     storage</a>
 */
public record StoreKey(String value) {
  private static final int LONGEST_SHOWN = 120;

  /** Checks every segment. */
  public StoreKey {
    problemWith(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("store key \"" + shown(value) + "\" " + problem);
            });
  }

  /** Why a text is no legal key, or nothing if it is one. */
  public static Optional<String> problemWith(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty");
    }
    if (text.startsWith("/")) {
      return Optional.of("starts with \"/\"; keys are relative to their store");
    }
    if (text.endsWith("/")) {
      return Optional.of("ends with \"/\"; that is a prefix, not a key");
    }
    int start = 0;
    for (int end = text.indexOf('/'); end >= 0; end = text.indexOf('/', start)) {
      Optional<String> problem = problemWithSegment(text, start, end);
      if (problem.isPresent()) {
        return problem;
      }
      start = end + 1;
    }
    return problemWithSegment(text, start, text.length());
  }

  private static Optional<String> problemWithSegment(String text, int start, int end) {
    if (start == end) {
      return Optional.of("has an empty segment");
    }
    if (end - start <= 2 && text.startsWith(".", start) && text.startsWith(".", end - 1)) {
      return Optional.of(
          "has the segment \"" + text.substring(start, end) + "\", which could leave the store");
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\0') {
        return Optional.of("has a NUL character");
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }

  /** Text from outside that need not be a key, made short and harmless enough for a message. */
  public static String shown(String text) {
    String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    StringBuilder shown = new StringBuilder();
    start
        .chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }
}
