package dev.espalier.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backslash in a key is a character like any other, unless it separates directories. */
class BackslashTest {
  private static final StoreKey KEY = new StoreKey("a\\..\\..\\b");

  @TempDir private Path directory;

  @Test
  void itIsRefusedWhereItSeparatesDirectories() {
    FileSystemStore store = new FileSystemStore(separatedByBackslashes(directory), "the store");
    List<ThrowingCallable> uses =
        List.of(
            () -> store.open(KEY),
            () -> store.contains(KEY),
            () -> store.set(KEY, ByteBuffer.allocate(1)),
            () -> store.replace(KEY, ByteBuffer.allocate(1)),
            () -> store.erase(KEY));

    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use)
          .isInstanceOf(StorageException.class)
          .hasMessage("the store: a\\..\\..\\b has a backslash, which separates directories here");
    }
    assertThatThrownBy(() -> store.list(StorePrefix.root().child("..\\..")))
        .isInstanceOf(StorageException.class)
        .hasMessage("the store: ..\\../ has a backslash, which separates directories here");
  }

  @Test
  void itIsPartOfANameElsewhere() {
    FileSystemStore store = new FileSystemStore(directory, "the store");

    store.set(KEY, ByteBuffer.allocate(1));

    assertThat(directory.resolve("a\\..\\..\\b")).isRegularFile();
  }

  /** The same directory as a file system sees it that writes paths as Windows does. */
  private static Path separatedByBackslashes(Path path) {
    FileSystem system = new Backslashes(path.getFileSystem());
    return (Path)
        Proxy.newProxyInstance(
            BackslashTest.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "toAbsolutePath", "normalize" -> proxy;
                  case "getFileSystem" -> system;
                  default -> method.invoke(path, arguments);
                });
  }

  private static final class Backslashes extends FileSystem {
    private final FileSystem real;

    Backslashes(FileSystem real) {
      this.real = real;
    }

    @Override
    public String getSeparator() {
      return "\\";
    }

    @Override
    public FileSystemProvider provider() {
      return real.provider();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }

    @Override
    public boolean isOpen() {
      return real.isOpen();
    }

    @Override
    public boolean isReadOnly() {
      return real.isReadOnly();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return real.getPath(first, more);
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }
}
