package dev.espalier.json;

/**
 * How large a JSON document may be: what is beyond is refused by name before it costs memory.
 *
 * @param maxBytes the longest document, in bytes of UTF-8
 * @param maxDepth how many arrays and objects may lie within each other, at most {@value #DEEPEST}
 * @param maxNumberLength the longest number, in characters
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxNumberLength) {
  /** The depth up to which reading and writing, which are recursive, are sure to have the stack. */
  public static final int DEEPEST = 1_000;

  /** 64 MiB, 200 levels, numbers of 1,000 characters: far beyond what metadata needs. */
  public static final JsonLimits DEFAULT = new JsonLimits(64 << 20, 200, 1_000);

  /** Checks the limits themselves. */
  public JsonLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxDepth > DEEPEST || maxNumberLength < 1) {
      throw new IllegalArgumentException(
          "limits of "
              + maxBytes
              + " bytes, depth "
              + maxDepth
              + ", numbers of "
              + maxNumberLength
              + " characters; each is at least 1, the depth at most "
              + DEEPEST);
    }
  }

  /** These limits with another length of documents. */
  public JsonLimits withMaxBytes(int bytes) {
    return new JsonLimits(bytes, maxDepth, maxNumberLength);
  }
}
