package dev.espalier.json;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a document whose objects at some depth are often the same to the letter.
 *
 * <p>It cuts these objects out of the text and leaves a mark in the place of each. What is left,
 * and each object that differs from those shortly before it, is read as any document is; this class
 * only looks for where strings and objects end. A text that was cut in the wrong places has parts
 * that are no JSON, and then neither is the whole.
 */
final class AlikeObjects {
  /** What stands for an object: the library reads it, and no document may have it. */
  static final String MARK = "-INF";

  /** In how many arrays and objects the objects lie. */
  private static final int DEPTH = 3;

  private static final int MOST_KEPT = 16;
  private static final int LONGEST_KEPT = 16 << 10;
  private static final byte[] MARK_BYTES = {' ', '-', 'I', 'N', 'F', ' '};

  private final byte[] utf8;
  private final JsonLimits limits;
  private final TokenReader.Shared shared;
  private final List<Kept> recent = new ArrayList<>();
  private final List<JsonValue> objects = new ArrayList<>();
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

  /** An object that was read, and where its text is. */
  private record Kept(int start, int end, JsonValue value) {
    int length() {
      return end - start;
    }
  }

  private AlikeObjects(byte[] utf8, JsonLimits limits, CommonTexts common) {
    this.utf8 = utf8;
    this.limits = limits;
    this.shared = TokenReader.Shared.of(limits, common);
  }

  /** Reads a document; nothing if that does not work in parts, for whatever reason. */
  static Optional<JsonValue> read(byte[] utf8, JsonLimits limits, CommonTexts common) {
    if (limits.maxDepth() <= DEPTH) {
      return Optional.empty();
    }
    try {
      AlikeObjects reading = new AlikeObjects(utf8, limits, common);
      return reading.takeApart() ? Optional.of(reading.whole()) : Optional.empty();
    } catch (CorruptException | UnsupportedException e) {
      return Optional.empty(); // whoever reads the whole says what is wrong, and where
    }
  }

  private JsonValue whole() {
    return TokenReader.read(
        JsonReader.decode(rest.toByteArray()), limits, shared, objects.iterator());
  }

  /** False if the text cannot be taken apart. */
  private boolean takeApart() {
    int depth = 0;
    int copied = 0;
    int at = 0;
    while (at < utf8.length) {
      switch (utf8[at]) {
        case '"' -> at = endOfString(at);
        case '{' -> {
          if (depth == DEPTH) {
            rest.write(utf8, copied, at - copied);
            rest.writeBytes(MARK_BYTES);
            at = object(at);
            copied = at;
          } else {
            depth++;
            at++;
          }
        }
        case '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case 'F' -> {
          return false; // as in a mark
        }
        default -> at++;
      }
    }
    rest.write(utf8, copied, at - copied);
    return true;
  }

  /** Takes the object that begins at a place, and gives the place after it. */
  private int object(int start) {
    for (int i = 0; i < recent.size(); i++) {
      Kept kept = recent.get(i);
      if (isAt(start, kept)) {
        recent.remove(i);
        recent.add(0, kept);
        objects.add(kept.value());
        return start + kept.length();
      }
    }
    int end = endOfObject(start);
    String text = JsonReader.decode(Arrays.copyOfRange(utf8, start, end));
    JsonValue value = TokenReader.read(text, limits.below(DEPTH), shared);
    objects.add(value);
    if (end - start <= LONGEST_KEPT) {
      recent.add(0, new Kept(start, end, value));
      if (recent.size() > MOST_KEPT) {
        recent.remove(MOST_KEPT);
      }
    }
    return end;
  }

  /** A whole object is the beginning of no other one. */
  private boolean isAt(int start, Kept kept) {
    return kept.length() <= utf8.length - start
        && Arrays.equals(utf8, kept.start(), kept.end(), utf8, start, start + kept.length());
  }

  private int endOfObject(int start) {
    int depth = 0;
    int at = start;
    while (at < utf8.length) {
      switch (utf8[at]) {
        case '"' -> at = endOfString(at);
        case '{' -> {
          depth++;
          at++;
        }
        case '}' -> {
          depth--;
          at++;
          if (depth == 0) {
            return at;
          }
        }
        default -> at++;
      }
    }
    return at;
  }

  /** The place after a string that begins at a place. */
  private int endOfString(int start) {
    int at = start + 1;
    while (at < utf8.length && utf8[at] != '"') {
      at += utf8[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, utf8.length);
  }
}
