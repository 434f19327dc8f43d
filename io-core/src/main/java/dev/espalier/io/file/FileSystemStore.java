package dev.espalier.io.file;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.io.store.ValueSink;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of the local file system as a store: every key is a file below it.
 *
 * <p>Nothing outside of the directory is read or written. The directory itself may be a symbolic
 * link. Links below it are read where they end inside; one that leaves, or that leads to nothing,
 * is a failure rather than an absent value, since an absent chunk would count as filled with the
 * fill value. Links to directories are not followed when listing, as they may form a circle, and
 * nothing is written through a link. Where directories lead is found out when something in them is
 * first read.
 *
 * <p>A value that is being set is not protected: who reads it at the same time may see a part. One
 * that is replaced is: the new one grows in a hidden file beside it and takes its place by a
 * rename. Use {@link FileSystemStaging} for a store that appears whole. Nothing is forced to the
 * disk, so that what was written shortly before a power failure may be lost.
 *
 * <p>Some files that were read in parts stay open until they change or the store is closed, where
 * the file system tells files apart; they can be moved and removed meanwhile.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/stores/filesystem/index.html">Zarr
 *     v3, file system store</a>
 */
public final class FileSystemStore implements Store {
  private static final int TRIES_AGAINST_PRUNING = 50;
  private static final Set<OpenOption> TO_WRITE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);

  private final StoreRoot root;
  private final OpenFiles files = new OpenFiles();
  private final DirectBuffers buffers = new DirectBuffers();

  /** The store in a directory, which need not be there before something is set. */
  public FileSystemStore(Path directory) {
    this(directory, directory.toString());
  }

  /**
   * The store in a directory, which need not be there before something is set.
   *
   * @param name what messages call the store
   */
  public FileSystemStore(Path directory, String name) {
    this.root = new StoreRoot(directory, name);
  }

  @Override
  public String name() {
    return root.name();
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    Path path = root.resolve(key.value(), Access.READ);
    try {
      Optional<FoundFile> file = root.existing(path, key);
      return file.isPresent() ? Optional.of(openFile(key, file.get(), first)) : Optional.empty();
    } catch (IOException e) {
      throw FileFailures.reading(name(), key.value(), e);
    }
  }

  @Override
  public boolean contains(StoreKey key) {
    Path path = root.resolve(key.value(), Access.READ);
    try {
      return root.existing(path, key).isPresent();
    } catch (IOException e) {
      throw FileFailures.reading(name(), key.value(), e);
    }
  }

  /** Whoever reads in parts may keep what it learned, and needs to know of what. */
  private StoredValue openFile(StoreKey key, FoundFile found, ByteRange first) throws IOException {
    if (first.equals(ByteRange.all())) {
      return FileValue.whole(name(), key, opened(() -> OpenFile.open(found)));
    }
    Optional<OpenFile> kept = files.take(key, found.stamp());
    if (kept.isPresent()) {
      return FileValue.inParts(name(), key, kept.get());
    }
    OpenFile fresh = opened(() -> OpenFile.open(found));
    if (!fresh.isAsFound()) { // somebody is writing there right now
      return FileValue.whole(name(), key, fresh);
    }
    files.keep(key, fresh);
    return FileValue.inParts(name(), key, fresh);
  }

  /** What a system opens, which may have to let go of files that are kept for later. */
  private <T> T opened(Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (FileSystemException e) {
      if (!FileFailures.isForWantOfHandles(e) || !files.dropAll()) {
        throw e;
      }
      return opening.open();
    }
  }

  private interface Opening<T> {
    T open() throws IOException;
  }

  @Override
  public Stream<StoreEntry> list(StorePrefix prefix) {
    return listed(prefix).map(DirectoryListing::entry);
  }

  /** All names: which of them are those of directories, the file system would have to be asked. */
  @Override
  public Stream<String> prefixes(StorePrefix prefix) {
    return listed(prefix).map(DirectoryListing::name);
  }

  private Stream<Path> listed(StorePrefix prefix) {
    Path path = root.resolve(prefix.value(), Access.READ);
    try {
      Optional<Path> directory = root.listed(path);
      return directory.isPresent()
          ? opened(() -> DirectoryListing.of(name(), prefix, directory.get()))
          : Stream.empty();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw FileFailures.reading(name(), "the list of " + prefix, e);
    }
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw FileFailures.reading(name(), "what it keeps open", e);
    }
  }

  @Override
  public void set(StoreKey key, ByteBuffer... value) {
    Path path = root.resolve(key.value(), Access.WRITE);
    try (FileChannel channel = openToWrite(path)) {
      writeAll(path, channel, value);
    } catch (IOException e) {
      throw FileFailures.writing(name(), key.value(), e);
    }
  }

  // The channel belongs to the sink, which whoever asked for it closes.
  @SuppressWarnings("resource")
  @Override
  public ValueSink begin(StoreKey key) {
    Path path = root.resolve(key.value(), Access.WRITE);
    try {
      return new FileSink(name(), key, path, openToWrite(path), buffers);
    } catch (IOException e) {
      throw FileFailures.writing(name(), key.value(), e);
    }
  }

  @Override
  public boolean keepsPieces() {
    return false;
  }

  private static void writeAll(Path path, FileChannel channel, ByteBuffer... value)
      throws IOException {
    try {
      for (ByteBuffer piece : value) {
        FileTransfer.write(channel, piece);
      }
    } catch (IOException e) {
      try {
        Files.deleteIfExists(path); // half a value is worse than none
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /** Another thread that erases may remove a directory that it finds empty meanwhile. */
  private FileChannel openToWrite(Path path) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        if (tries > 1) {
          root.createParentOf(path);
        }
        root.requireInside(path);
        return opened(() -> FileChannel.open(path, TO_WRITE));
      } catch (NoSuchFileException e) {
        if (tries == TRIES_AGAINST_PRUNING) {
          throw e;
        }
      }
    }
  }

  @Override
  public void replace(StoreKey key, ByteBuffer... value) {
    Path path = root.resolve(key.value(), Access.WRITE);
    try {
      replaceIn(path, key, value);
    } catch (IOException e) {
      throw FileFailures.writing(name(), key.value(), e);
    }
  }

  /** As for {@link #openToWrite}, a directory may vanish before anything is in it. */
  private void replaceIn(Path path, StoreKey key, ByteBuffer... value) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        root.createParentOf(path);
        root.requireInside(path);
        if (Files.isSymbolicLink(path)) {
          throw new StorageException(
              Access.WRITE,
              name() + ": " + key + " is a symbolic link, through which nothing is written",
              null);
        }
        Replacement.of(path, value);
        files.drop(key);
        return;
      } catch (NoSuchFileException e) {
        if (tries == TRIES_AGAINST_PRUNING) {
          throw e;
        }
      }
    }
  }

  @Override
  public void erase(StoreKey key) {
    Path path = root.resolve(key.value(), Access.WRITE);
    try {
      root.requireInside(path);
      files.drop(key);
      Files.deleteIfExists(path);
      pruneAbove(path);
    } catch (NoSuchFileException e) {
      return; // its directory is not there either
    } catch (IOException e) {
      throw FileFailures.writing(name(), key.value(), e);
    }
  }

  /** Prefixes without keys do not exist, so their directories must not stay. */
  private void pruneAbove(Path path) throws IOException {
    for (Path above = root.parentOf(path); root.isBelow(above); above = root.parentOf(above)) {
      try {
        Files.deleteIfExists(above);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }
}
