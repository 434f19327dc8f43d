package dev.espalier.io.internal.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Names beside a target that listings usually hide.
 *
 * @param directory the directory of the target
 * @param stem what they begin with
 */
public record HiddenNames(Path directory, String stem) {
  /** File systems take 255 bytes; what is appended has to fit as well. */
  private static final int LONGEST_NAME_BYTES = 180;

  /** The names beside a target. */
  public static HiddenNames of(Path target) {
    Path parent = target.getParent();
    Path name = target.getFileName();
    if (name == null || parent == null) {
      return new HiddenNames(target, ".espalier-"); // the root of a file system, always taken
    }
    String text = name.toString();
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      // Whole characters only: half of a surrogate pair has no file name.
      text =
          text.substring(0, text.offsetByCodePoints(0, 40))
              + "-"
              + Integer.toHexString(text.hashCode());
    }
    return new HiddenNames(parent, "." + text + ".espalier-");
  }

  /** Where an old store waits for the new one to take its place. */
  public Path old() {
    return directory.resolve(stem + "old");
  }

  /** Where changes wait that are decided on and not all made. */
  public Path changes() {
    return directory.resolve(stem + "changes");
  }

  /** Where what nobody needs any more is on its way to be deleted; nothing ever comes back. */
  public Path gone() {
    return directory.resolve(stem + "gone");
  }

  /** Where a new store grows. */
  public Path fresh() {
    return directory.resolve(stem + UUID.randomUUID().toString().substring(0, 13));
  }
}
