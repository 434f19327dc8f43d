package dev.espalier.io.http;

import dev.espalier.io.codec.ByteRange.Span;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A value at a server, as requests for it go.
 *
 * @param what the store and the key, for messages
 * @param url where it is
 * @param transport sends the requests
 * @param options how the server is asked
 * @param ranges what is known of the server
 * @param kept what is kept of its values
 */
record Resource(
    String what,
    URI url,
    Transport transport,
    HttpOptions options,
    ServerRanges ranges,
    KeptValues kept) {
  static final String RANGE = "Range";
  static final String CONTENT_RANGE = "Content-Range";

  Tries tries() {
    return new Tries(what, options.retries());
  }

  /**
   * Asks once.
   *
   * @return an answer that brings bytes, or says why there are none; close it
   * @throws IOException if another try may help
   * @throws StorageException if it will not
   */
  Answer ask(Map<String, String> headers) throws IOException {
    Answer answer = transport.get(url, headers);
    try {
      Refusal.check(what, answer, options.forbiddenIsAbsent());
      return answer;
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /**
   * Asks once for a part of a value that is open.
   *
   * @param known the version that is open
   * @return that part, or all of the value where the server gives no parts
   * @throws IOException if another try may help
   * @throws StorageException if it will not, such as when the version is another by now
   */
  Piece part(Span span, Validators known) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(known.ifSame());
    headers.put(RANGE, "bytes=" + span.offset() + "-" + (span.end() - 1));
    Answer answer = ask(headers);
    try {
      return part(answer, span, known);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private Piece part(Answer answer, Span span, Validators known) {
    if (answer.status() == Answer.OK) {
      requireSame(answer, answer.length().orElse(known.total()), known);
      ranges.noteParts(span.length() < known.total());
      return new Piece(answer.body(), 0, known.total());
    }
    if (answer.status() != Answer.PARTIAL) {
      throw Refusal.changed(what); // gone, or shorter than it was
    }
    ContentRange range = range(answer);
    requireSame(answer, range.total(), known);
    requireRange(answer, range, span.offset(), span.end());
    ranges.noteParts(false);
    return new Piece(answer.body(), range.start(), range.end());
  }

  private void requireSame(Answer answer, long total, Validators known) {
    if (!Validators.of(answer, total).matches(known)) {
      throw Refusal.changed(what);
    }
  }

  /** Which part an answer says that it brings. */
  ContentRange range(Answer answer) {
    String said = answer.header(CONTENT_RANGE).orElse("");
    return ContentRange.parse(said)
        .orElseThrow(
            () ->
                Refusal.contradiction(
                    what,
                    "a header Content-Range such as \"bytes 0-9/100\"",
                    said.isEmpty() ? "none" : "\"" + said + "\""));
  }

  /** Refuses an answer that brings another part than was asked for, or says two lengths of it. */
  void requireRange(Answer answer, ContentRange range, long start, long end) {
    if (range.start() != start || range.end() != end) {
      throw Refusal.contradiction(
          what,
          "bytes " + start + " to " + (end - 1),
          "bytes " + range.start() + " to " + (range.end() - 1));
    }
    OptionalLong length = answer.length();
    if (length.isPresent() && length.getAsLong() != end - start) {
      throw Refusal.contradiction(
          what, (end - start) + " bytes", length.getAsLong() + " bytes (Content-Length)");
    }
  }
}
