package dev.espalier.testkit.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a value that a request asks for.
 *
 * @param start the offset of the first byte
 * @param end the offset after the last byte
 * @param isPart whether a part was asked for
 */
record AskedRange(long start, long end, boolean isPart) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d*)-(\\d*)");

  /** Reads a header; what cannot be read asks for all. */
  static AskedRange of(Optional<String> header, long size) {
    Matcher form = FORM.matcher(header.orElse(""));
    if (!form.matches()) {
      return new AskedRange(0, size, false);
    }
    if (form.group(1).isEmpty()) {
      long length = Math.min(size, Long.parseLong(form.group(2)));
      return new AskedRange(size - length, size, true);
    }
    long last = form.group(2).isEmpty() ? size - 1 : Long.parseLong(form.group(2));
    return new AskedRange(Long.parseLong(form.group(1)), Math.min(size, last + 1), true);
  }

  /** What is said of it in an answer. */
  String in(long size) {
    return "bytes " + start + "-" + (end - 1) + "/" + size;
  }

  /** Whether there is not one byte of it. */
  boolean isUnsatisfiable() {
    return isPart && start >= end;
  }
}
