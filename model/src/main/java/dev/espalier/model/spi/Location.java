package dev.espalier.model.spi;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a hierarchy is, as a user spells it: a path of the file system, a {@code file:} URL, or the
 * URL of another scheme.
 *
 * @param text what the user spelled
 */
public record Location(String text) {
  /** One letter before the colon is a drive, not a scheme. */
  private static final Pattern URL =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+)://.*", Pattern.DOTALL);

  /**
   * A user before the server, who may have a password, and a query, which may be signed. Whoever
   * leaves a {@code #} of a password as it is gives no valid URL, but still a secret.
   */
  private static final Pattern SECRETS =
      Pattern.compile("([^:]+://)(?:[^/?]*@)?([^?]*)(\\?.*)?", Pattern.DOTALL);

  /** A location of the file system. */
  public static Location of(Path path) {
    return new Location(path.toString());
  }

  /** The scheme, {@code file} where none is spelled. */
  public String scheme() {
    Matcher matcher = URL.matcher(text);
    return matcher.matches() ? matcher.group(1) : "file";
  }

  /** The path in the file system, if this is one. */
  public Optional<Path> path() {
    if (text.isEmpty() || !scheme().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URL.matcher(text).matches() ? Path.of(URI.create(text)) : Path.of(text));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** What messages call it: of a URL, neither the user nor the query, which may be secret. */
  @Override
  public String toString() {
    Matcher url = SECRETS.matcher(text);
    if (scheme().equals("file") || !url.matches()) {
      return text;
    }
    return url.group(1) + url.group(2) + (url.group(3) == null ? "" : "?...");
  }
}
