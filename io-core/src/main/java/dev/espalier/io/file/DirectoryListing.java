package dev.espalier.io.file;

import static java.util.Objects.requireNonNull;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StorePrefix;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The entries of a directory, one at a time, with failures in the store's own terms. */
final class DirectoryListing implements Iterator<Path> {
  private final String store;
  private final StorePrefix prefix;
  private final DirectoryStream<Path> directory;
  private final Iterator<Path> paths;

  private DirectoryListing(String store, StorePrefix prefix, DirectoryStream<Path> directory) {
    this.store = store;
    this.prefix = prefix;
    this.directory = directory;
    this.paths = directory.iterator();
  }

  // The directory is closed with the stream, which whoever asked for it closes.
  @SuppressWarnings("StreamResourceLeak")
  static Stream<Path> of(String store, StorePrefix prefix, Path path) throws IOException {
    DirectoryListing listing = new DirectoryListing(store, prefix, Files.newDirectoryStream(path));
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                listing, Spliterator.DISTINCT | Spliterator.NONNULL),
            false)
        .onClose(listing::close);
  }

  /** The last part of a path. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** What a path leads to, for which the file system is asked. */
  static StoreEntry entry(Path path) {
    return new StoreEntry(
        name(path), Files.isDirectory(path) ? StoreEntry.Kind.PREFIX : StoreEntry.Kind.KEY);
  }

  @Override
  public boolean hasNext() {
    try {
      return paths.hasNext();
    } catch (DirectoryIteratorException e) {
      throw failure(requireNonNull(e.getCause()));
    }
  }

  @Override
  public Path next() {
    try {
      return paths.next();
    } catch (DirectoryIteratorException e) {
      throw failure(requireNonNull(e.getCause()));
    }
  }

  private void close() {
    try {
      directory.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private RuntimeException failure(IOException e) {
    return FileFailures.reading(store, "the list of " + prefix, e);
  }
}
