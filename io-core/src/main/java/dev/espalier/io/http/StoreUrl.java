package dev.espalier.io.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.spi.Location;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a store, and those of its values: the key comes after the path, the query stays behind
 * it, and a user with a password becomes a header.
 *
 * @param base the URL without user and query, with a slash at its end
 * @param query what follows the question mark, such as the signature of a signed URL
 * @param authorization the value of the header that says who asks
 * @param name what messages call the store
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>
 */
record StoreUrl(String base, Optional<String> query, Optional<String> authorization, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://(?:([^/?#]*)@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What a segment may have without being encoded, and no server reads as something else. */
  private static final String UNRESERVED = "-._~";

  /** What may stand in a path or query that somebody spelled. */
  private static final String SPELLED = UNRESERVED + "!$&'()*+,;=:@/?";

  private static final int LARGEST_PORT = 65_535;
  private static final String HEX = "0123456789ABCDEF";

  /**
   * Reads what a user spelled; what a URL must not have as it is, such as a space, is encoded.
   *
   * @throws RequestException if it names no server
   */
  static StoreUrl parse(String text) {
    String name = new Location(text).toString();
    if (text.indexOf('#') >= 0) {
      throw new RequestException(
          name + ": a server never sees what follows \"#\"; write %23 where it belongs to a name");
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new RequestException(name + ": expected a URL such as https://example.org/a.zarr");
    }
    String path = spelled(name, form.group(4));
    String base = form.group(1) + "://" + form.group(3) + (path.endsWith("/") ? path : path + "/");
    requireServer(name, base);
    return new StoreUrl(
        base,
        Optional.ofNullable(form.group(5)).map(query -> spelled(name, query)),
        Optional.ofNullable(form.group(2)).map(user -> basic(spelled(name, user))),
        name);
  }

  private static void requireServer(String name, String base) {
    boolean isServer;
    try {
      isServer = namesServer(URI.create(base));
    } catch (IllegalArgumentException e) {
      throw new RequestException(name + ": not a URL: " + e.getMessage(), e);
    }
    if (!isServer) {
      throw new RequestException(
          name
              + ": the name of the server cannot be read; expected letters, digits, \"-\" and \".\""
              + " (spell others as punycode, xn--...), and a number up to 65535 as port");
    }
  }

  /** Whether a URL has a name of a server, and no port that cannot be. */
  static boolean namesServer(URI url) {
    return url.getHost() != null && url.getPort() <= LARGEST_PORT;
  }

  private static String basic(String user) {
    byte[] decoded = URLDecoder.decode(user.replace("+", "%2B"), UTF_8).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(decoded);
  }

  /** The URL of a value. */
  URI of(StoreKey key) {
    StringBuilder url = new StringBuilder(base);
    try {
      encode(key.value(), UNRESERVED + "/", url);
    } catch (CharacterCodingException e) {
      throw new StorageException(
          Access.READ,
          name + ": " + StoreKey.shown(key.value()) + " has half a character, which no URL spells",
          e);
    }
    query.ifPresent(q -> url.append('?').append(q));
    return URI.create(url.toString());
  }

  /** What a user spelled, so that it may stand in a URL. */
  private static String spelled(String name, String text) {
    StringBuilder spelled = new StringBuilder();
    try {
      int from = 0;
      for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        encode(text.substring(from, at), SPELLED, spelled);
        spelled.append(isEncoded(text, at) ? "%" : "%25");
        from = at + 1;
      }
      encode(text.substring(from), SPELLED, spelled);
    } catch (CharacterCodingException e) {
      throw new RequestException(name + ": has half a character, which no URL spells", e);
    }
    return spelled.toString();
  }

  private static boolean isEncoded(String text, int percent) {
    return text.length() > percent + 2
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0;
  }

  private static void encode(String text, String allowed, StringBuilder into)
      throws CharacterCodingException {
    ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    while (bytes.hasRemaining()) {
      int b = bytes.get() & 0xff;
      if (isLetterOrDigit(b) || allowed.indexOf(b) >= 0) {
        into.append((char) b);
      } else {
        into.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
      }
    }
  }

  private static boolean isLetterOrDigit(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return name;
  }
}
