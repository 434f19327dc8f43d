package dev.espalier.io.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open for several readers: it is closed when the last of them has let go of it.
 *
 * <p>Safe for use by several threads at once.
 */
final class OpenFile {
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final FoundFile found;
  private final FileChannel channel;
  private int readers = 1;

  /** Once somebody has asked; most files are read whole, and nobody asks. */
  private volatile @Nullable String version;

  private OpenFile(FoundFile found, FileChannel channel) {
    this.found = found;
    this.channel = channel;
  }

  /** Opens a file for one reader. */
  static OpenFile open(FoundFile found) throws IOException {
    return new OpenFile(found, FileChannel.open(found.path(), OPTIONS));
  }

  /** The file as it was before it was opened. */
  FoundFile found() {
    return found;
  }

  /** What is another once the file is. */
  String version() {
    String known = version;
    if (known == null) {
      known = found.stamp().version();
      version = known;
    }
    return known;
  }

  FileChannel channel() {
    return channel;
  }

  /** Whether what stands there now is what was to be opened. */
  boolean isAsFound() {
    try {
      BasicFileAttributes now =
          Files.readAttributes(found.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return FoundFile.Stamp.of(now).equals(found.stamp());
    } catch (IOException e) {
      return false; // whatever is wrong, it was not before
    }
  }

  /** Takes on another reader; false if the file is closed, as an interruption of one closes it. */
  synchronized boolean take() {
    if (readers == 0 || !channel.isOpen()) {
      return false;
    }
    readers++;
    return true;
  }

  /** One reader needs it no longer. */
  synchronized void release() throws IOException {
    readers--;
    if (readers == 0) {
      channel.close();
    }
  }
}
