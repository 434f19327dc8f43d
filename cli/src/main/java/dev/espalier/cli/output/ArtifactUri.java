package dev.espalier.cli.output;

import java.net.URI;
import java.net.URISyntaxException;

/** Spells locations as the URI references that report formats ask for. */
final class ArtifactUri {
  private ArtifactUri() {}

  /**
   * A location as a URI reference: a URL as it is, an absolute path as a {@code file:} URL, and a
   * relative path relative, so that a server that knows the directory finds it.
   */
  static String of(String location) {
    if (location.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*")) {
      return encoded(location);
    }
    String path = location.replace('\\', '/');
    if (path.matches("[a-zA-Z]:/.*")) {
      return "file:///" + path.substring(0, 2) + encoded(path.substring(2));
    }
    return path.startsWith("/") ? "file://" + encoded(path) : relative(path);
  }

  /** A colon in the first segment would end a scheme, were there nothing before it. */
  private static String relative(String path) {
    int colon = path.indexOf(':');
    int slash = path.indexOf('/');
    boolean ambiguous = colon >= 0 && (slash < 0 || colon < slash);
    return encoded(ambiguous ? "./" + path : path);
  }

  private static String encoded(String path) {
    try {
      boolean isUrl = path.contains("://");
      return (isUrl ? URI.create(path.replace(" ", "%20")) : new URI(null, null, path, null))
          .toASCIIString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return "unknown"; // what no URI can spell is still told in the message
    }
  }
}
