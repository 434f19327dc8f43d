package dev.espalier.json;

/**
 * How large a JSON document may be: what is beyond is refused by name before it costs memory.
 *
 * @param maxBytes the longest document, in bytes of UTF-8
 * @param maxDepth how many arrays and objects may lie within each other, at most {@value #DEEPEST}
 * @param maxNumberLength the longest number, in characters
 * @param maxMemory how much memory the values may take, in bytes, as far as that is known before
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxNumberLength, long maxMemory) {
  /** The depth up to which reading and writing, which are recursive, are sure to have the stack. */
  public static final int DEEPEST = 1_000;

  /**
   * 64 MiB, 200 levels, numbers of 1,000 characters: far beyond what metadata needs; and half of
   * the memory that this process may have, as many small values take forty times what they take in
   * a text.
   */
  public static final JsonLimits DEFAULT =
      new JsonLimits(64 << 20, 200, 1_000, Runtime.getRuntime().maxMemory() / 2);

  /** Checks the limits themselves. */
  public JsonLimits {
    if (maxBytes < 1
        || maxDepth < 1
        || maxDepth > DEEPEST
        || maxNumberLength < 1
        || maxMemory < 1) {
      throw new IllegalArgumentException(
          "limits of "
              + maxBytes
              + " bytes, depth "
              + maxDepth
              + ", numbers of "
              + maxNumberLength
              + " characters, memory of "
              + maxMemory
              + " bytes; each is at least 1, the depth at most "
              + DEEPEST);
    }
  }

  /** These limits for what lies in some arrays and objects, fewer than the depth. */
  JsonLimits below(int levels) {
    return new JsonLimits(maxBytes, maxDepth - levels, maxNumberLength, maxMemory);
  }

  /** These limits with another length of documents. */
  public JsonLimits withMaxBytes(int bytes) {
    return new JsonLimits(bytes, maxDepth, maxNumberLength, maxMemory);
  }

  /** These limits with another amount of memory. */
  public JsonLimits withMaxMemory(long bytes) {
    return new JsonLimits(maxBytes, maxDepth, maxNumberLength, bytes);
  }
}
