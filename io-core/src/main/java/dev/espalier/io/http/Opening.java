package dev.espalier.io.http;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteRange.Last;
import dev.espalier.io.codec.ByteRange.Span;
import dev.espalier.io.store.StoredValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens a value by the request that brings what is read first. */
final class Opening {
  private final Resource resource;
  private final ByteRange first;
  private final Optional<KeptValues.Kept> kept;

  private Opening(Resource resource, ByteRange first, Optional<KeptValues.Kept> kept) {
    this.resource = resource;
    this.first = first;
    this.kept = kept;
  }

  /** The value, or nothing if there is none. */
  static Optional<StoredValue> open(Resource resource, ByteRange first) {
    Tries tries = resource.tries();
    while (true) {
      try {
        boolean knownNotToHelp = first instanceof Last && resource.ranges().ignoresEnds();
        ByteRange asked = knownNotToHelp ? ByteRange.of(0, 0) : first;
        return new Opening(resource, asked, resource.kept().find(resource.url())).once();
      } catch (IOException e) {
        tries.failed(e);
      }
    }
  }

  private Optional<StoredValue> once() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    kept.ifPresent(known -> headers.putAll(known.validators().ifOther()));
    asked().ifPresent(range -> headers.put(Resource.RANGE, range));
    Answer answer = resource.ask(headers);
    try {
      return value(answer);
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /**
   * What is asked for; of nothing, at least one byte, since a range cannot be empty. All bytes are
   * asked for without a range: an empty value has none, and servers may refuse such numbers.
   */
  private Optional<String> asked() {
    if (first instanceof Span span) {
      if (span.offset() == 0 && span.length() == Long.MAX_VALUE) {
        return Optional.empty();
      }
      long last = span.offset() + Math.max(1, span.length()) - 1;
      return Optional.of("bytes=" + span.offset() + "-" + last);
    }
    return first instanceof Last end
        ? Optional.of("bytes=-" + Math.max(1, end.length()))
        : Optional.empty();
  }

  private Optional<StoredValue> value(Answer answer) throws IOException {
    return switch (answer.status()) {
      case Answer.OK -> Optional.of(whole(answer));
      case Answer.PARTIAL -> Optional.of(part(answer));
      case Answer.NOT_MODIFIED -> notModified(answer);
      case Answer.RANGE_NOT_SATISFIABLE -> withoutSuchPart(answer);
      case Answer.NOT_FOUND, Answer.GONE, Answer.FORBIDDEN -> {
        answer.close();
        yield Optional.empty();
      }
      default ->
          throw Refusal.contradiction(
              resource.what(), "an answer to an unconditional request", "" + answer.status());
    };
  }

  private StoredValue whole(Answer answer) throws IOException {
    OptionalLong length = answer.length();
    if (length.isEmpty()) {
      return UnsizedValue.read(resource, answer);
    }
    long total = length.getAsLong();
    Validators validators = Validators.of(answer, total);
    if (first instanceof Last last && last.length() < total) {
      resource.ranges().noteEnds(true);
    } else if (first instanceof Span span && span.length() < total) {
      resource.ranges().noteParts(true);
    }
    if (kept.isPresent() && kept.get().validators().prove(validators)) {
      answer.close();
      return HttpValue.of(resource, kept.get());
    }
    Piece all = new Piece(answer.body(), 0, total);
    return new HttpValue(resource, validators, Optional.of(all));
  }

  private StoredValue part(Answer answer) {
    if (asked().isEmpty()) {
      throw Refusal.contradiction(resource.what(), "the whole value", "a part of it (206)");
    }
    ContentRange range = resource.range(answer);
    long total = range.total();
    if (first instanceof Span span) {
      long end = span.offset() + Math.max(1, span.length());
      resource.requireRange(answer, range, span.offset(), Math.min(total, end));
      resource.ranges().noteParts(false);
    } else if (first instanceof Last last) {
      long start = total - Math.min(total, Math.max(1, last.length()));
      resource.requireRange(answer, range, start, total);
      resource.ranges().noteEnds(false);
    }
    Piece piece = new Piece(answer.body(), range.start(), range.end());
    return new HttpValue(resource, Validators.of(answer, total), Optional.of(piece));
  }

  /** A server may answer so because of a tag that says less than the one that it was asked with. */
  private Optional<StoredValue> notModified(Answer answer) throws IOException {
    answer.close();
    KeptValues.Kept known =
        kept.filter(value -> !value.validators().ifOther().isEmpty())
            .orElseThrow(
                () -> Refusal.contradiction(resource.what(), "the value", "that it is unchanged"));
    return known.validators().contradictTagOf(answer)
        ? new Opening(resource, first, Optional.empty()).once()
        : Optional.of(HttpValue.of(resource, known));
  }

  /** The value ends before the part that was asked for; how long it is was not the question. */
  private Optional<StoredValue> withoutSuchPart(Answer answer) throws IOException {
    OptionalLong total = ContentRange.totalOfNone(answer.header(Resource.CONTENT_RANGE).orElse(""));
    answer.close();
    if (total.isPresent()) {
      Validators validators = Validators.of(answer, total.getAsLong());
      return Optional.of(new HttpValue(resource, validators, Optional.empty()));
    }
    if (asked().isEmpty()) {
      throw Refusal.contradiction(resource.what(), "the whole value", "that it has no such part");
    }
    return new Opening(resource, ByteRange.all(), kept).once();
  }
}
