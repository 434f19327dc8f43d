package dev.espalier.testkit.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a server saw it.
 *
 * @param method such as {@code GET}
 * @param uri what was asked for, as it was spelled
 * @param headers the headers, by their names as {@code Range} is spelled
 */
public record ServedRequest(String method, String uri, Map<String, List<String>> headers) {
  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Which part was asked for, as it was spelled; nothing for all. */
  public Optional<String> range() {
    return header("Range");
  }

  /** What was asked for and which part of it, such as {@code /a/zarr.json bytes=0-9}. */
  @Override
  public String toString() {
    return range().map(range -> uri + " " + range).orElse(uri);
  }
}
