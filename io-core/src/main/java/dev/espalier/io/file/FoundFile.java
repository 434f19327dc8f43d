package dev.espalier.io.file;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A regular file, as it was when it was looked at.
 *
 * @param path where it is, without a link at the end
 * @param stamp what tells it from others that stand there later
 */
record FoundFile(Path path, Stamp stamp) {
  FoundFile(Path path, BasicFileAttributes attributes) {
    this(path, Stamp.of(attributes));
  }

  /**
   * What changes when the bytes of a file do, as far as the file system can tell.
   *
   * @param fileKey which file it is; empty where the file system does not say
   * @param modified when it was last written to, in nanoseconds
   * @param size its length in bytes
   */
  record Stamp(Optional<Object> fileKey, long modified, long size) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          Optional.ofNullable(attributes.fileKey()),
          attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
          attributes.size());
    }

    /** The same in one word. */
    String version() {
      return fileKey.map(String::valueOf).orElse("") + " " + modified + " " + size;
    }
  }
}
