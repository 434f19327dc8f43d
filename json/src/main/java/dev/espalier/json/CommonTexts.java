package dev.espalier.json;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * Short names and values that documents have many times, such as {@code "shape"}, {@code "scale"}
 * and {@code 1.0}: each is kept once.
 *
 * <p>Give the same one to the documents of a hierarchy that are much alike. What is kept is
 * bounded, and a text that takes the place of another one costs no more than reading it. Safe for
 * use by several threads at once.
 */
public final class CommonTexts {
  /** Powers of two. */
  private static final int SLOTS = 256;

  private static final int SLOTS_OF_ONE = 16;
  private static final int LONGEST = 40;
  private static final int PRIME = 31;

  private final int slots;

  // Threads may see another's entry or not, and each entry is immutable: no lock is needed.
  private final @Nullable String[] names;
  private final @Nullable JsonString[] strings;
  private final @Nullable JsonNumber[] numbers;

  /** Keeps nothing so far. */
  public CommonTexts() {
    this(SLOTS);
  }

  private CommonTexts(int slots) {
    this.slots = slots;
    this.names = new String[slots];
    this.strings = new JsonString[slots];
    this.numbers = new JsonNumber[slots];
  }

  /** Those of one document alone, which is mostly short. */
  static CommonTexts ofOne() {
    return new CommonTexts(SLOTS_OF_ONE);
  }

  String name(String fresh) {
    if (fresh.length() > LONGEST) {
      return fresh;
    }
    int slot = slot(fresh.hashCode());
    String kept = names[slot];
    if (kept != null && kept.equals(fresh)) {
      return kept;
    }
    names[slot] = fresh;
    return fresh;
  }

  JsonString string(char[] text, int start, int length) {
    if (length > LONGEST) {
      return new JsonString(new String(text, start, length));
    }
    int slot = slot(hash(text, start, length));
    JsonString kept = strings[slot];
    if (kept != null && isSame(kept.value(), text, start, length)) {
      return kept;
    }
    JsonString fresh = new JsonString(new String(text, start, length));
    strings[slot] = fresh;
    return fresh;
  }

  JsonNumber number(char[] text, int start, int length) {
    if (length > LONGEST) {
      return new JsonNumber(new String(text, start, length));
    }
    int slot = slot(hash(text, start, length));
    JsonNumber kept = numbers[slot];
    if (kept != null && isSame(kept.text(), text, start, length)) {
      return kept;
    }
    JsonNumber fresh = new JsonNumber(new String(text, start, length));
    numbers[slot] = fresh;
    return fresh;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots - 1);
  }

  private static int hash(char[] text, int start, int length) {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = PRIME * hash + text[i];
    }
    return hash;
  }

  private static boolean isSame(String kept, char[] text, int start, int length) {
    if (kept.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (kept.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
