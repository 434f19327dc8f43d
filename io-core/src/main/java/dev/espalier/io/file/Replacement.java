package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.internal.file.HiddenNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file by one that grows beside it, so that there is a whole one at any time. */
final class Replacement {
  private Replacement() {}

  static void of(Path file, ByteBuffer... value) throws IOException {
    Path beside = HiddenNames.of(file).fresh();
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (ByteBuffer piece : value) {
          FileTransfer.write(channel, piece);
        }
      }
      keepPermissions(file, beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /** Who may read the file before may read it after, and nobody else. */
  private static void keepPermissions(Path file, Path beside) throws IOException {
    PosixFileAttributeView after = view(beside);
    if (after != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      after.setPermissions(view(file).readAttributes().permissions());
    }
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(
        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
