package dev.espalier.io.codec;

/**
 * A part of some bytes whose number need not be known: all of them, those from an offset on, or the
 * last ones.
 */
public sealed interface ByteRange {
  /** All bytes. */
  static ByteRange all() {
    return All.ALL;
  }

  /** Some bytes from an offset on. */
  static ByteRange of(long offset, long length) {
    return new Span(offset, length);
  }

  /** That many bytes up to the end. */
  static ByteRange last(long length) {
    return new Last(length);
  }

  /** All bytes. */
  enum All implements ByteRange {
    /** The only one. */
    ALL
  }

  /**
   * Some bytes from an offset on.
   *
   * @param offset the place of the first, counted from 0
   * @param length how many there are
   */
  record Span(long offset, long length) implements ByteRange {
    /** Checks both. */
    public Span {
      if (offset < 0 || length < 0) {
        throw new IllegalArgumentException(length + " bytes from " + offset);
      }
      Math.addExact(offset, length);
    }

    /** The offset after the last byte. */
    public long end() {
      return offset + length;
    }
  }

  /**
   * The bytes up to the end.
   *
   * @param length how many there are
   */
  record Last(long length) implements ByteRange {
    /** Checks the number. */
    public Last {
      if (length < 0) {
        throw new IllegalArgumentException(length + " bytes");
      }
    }
  }
}
