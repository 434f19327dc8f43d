package dev.espalier.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a store whose directories turn into links, or go, after they were used. */
class SwappedDirectoryTest {
  private static final ByteBuffer VALUE = ByteBuffer.allocate(3);

  @TempDir private Path directory;
  private Path root;
  private FileSystemStore store;

  @BeforeEach
  void makeStoreAndUseIt() throws IOException {
    root = Files.createDirectory(directory.resolve("root"));
    Files.createDirectories(directory.resolve("outside/b"));
    store = new FileSystemStore(root, "the store");
    store.set(new StoreKey("a/b/0"), VALUE);
    assertThat(store.contains(new StoreKey("a/b/0"))).isTrue();
    assertThat(store.contains(new StoreKey("a/b/1"))).isFalse();
    assertThat(store.contains(new StoreKey("a/c/1"))).isFalse();
  }

  @Test
  void aValueBehindALinkThatLeavesIsNotTakenForAbsent() throws IOException {
    swap(directory.resolve("outside"));

    for (String key : new String[] {"a/b/1", "a/c/1"}) {
      assertThatThrownBy(() -> store.open(new StoreKey(key)))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("the store: a is a symbolic link to a directory");
    }
  }

  @Test
  void aValueBehindALinkToNothingIsNotTakenForAbsent() throws IOException {
    swap(Path.of("not-fetched"));

    for (String key : new String[] {"a/b/0", "a/b/1", "a/c/1"}) {
      assertThatThrownBy(() -> store.open(new StoreKey(key)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("is a symbolic link that leads to nothing");
    }
  }

  @Test
  void nothingIsWrittenThroughTheLink() throws IOException {
    swap(directory.resolve("outside"));
    // What is read there must not make it a place to write.
    Files.write(directory.resolve("outside/b/0"), new byte[1]);
    store.contains(new StoreKey("a/b/0"));

    for (String key : new String[] {"a/b/0", "a/b/2", "a/new", "a/new/2"}) {
      assertThatThrownBy(() -> store.set(new StoreKey(key), VALUE))
          .isInstanceOf(StorageException.class);
      assertThatThrownBy(() -> store.replace(new StoreKey(key), VALUE))
          .isInstanceOf(StorageException.class);
    }
    assertThatThrownBy(() -> store.erase(new StoreKey("a/b/0")))
        .isInstanceOf(StorageException.class);
    assertThat(directory.resolve("outside/b/0")).hasSize(1);
    try (Stream<Path> outside = Files.walk(directory.resolve("outside"))) {
      assertThat(outside).hasSize(3);
    }
  }

  @Test
  void whatIsGoneIsAbsentAndWrittenAnew() throws IOException {
    Files.delete(root.resolve("a/b/0"));
    Files.delete(root.resolve("a/b"));

    assertThat(store.contains(new StoreKey("a/b/0"))).isFalse();
    assertThat(store.list(new StorePrefix("a/b/"))).isEmpty();
    store.set(new StoreKey("a/b/0"), VALUE);
    assertThat(root.resolve("a/b/0")).hasSize(3);
  }

  @Test
  void aFileWhereADirectoryWasHoldsNothing() throws IOException {
    Files.delete(root.resolve("a/b/0"));
    Files.delete(root.resolve("a/b"));
    Files.createFile(root.resolve("a/b"));

    assertThat(store.contains(new StoreKey("a/b/0"))).isFalse();
    assertThat(store.list(new StorePrefix("a/b/"))).isEmpty();
    assertThatThrownBy(() -> store.set(new StoreKey("a/b/0"), VALUE))
        .isInstanceOf(StorageException.class);
  }

  private void swap(Path target) throws IOException {
    Files.move(root.resolve("a"), directory.resolve("moved"));
    Files.createSymbolicLink(root.resolve("a"), target);
  }
}
