package dev.espalier.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemStoreTest {
  @TempDir private Path directory;
  private Path root;
  private FileSystemStore store;

  @BeforeEach
  void makeStore() throws IOException {
    root = Files.createDirectory(directory.resolve("root"));
    store = new FileSystemStore(root, "the store");
    Files.writeString(directory.resolve("secret"), "secret");
    Files.createDirectory(directory.resolve("outside"));
    Files.writeString(directory.resolve("outside/secret"), "secret");
  }

  @Test
  void keysAreFilesBelowTheDirectory() throws IOException {
    store.set(new StoreKey("a/c/0"), bytes("x"));

    assertThat(root.resolve("a").resolve("c").resolve("0")).hasContent("x");
    Files.writeString(root.resolve("by hand"), "y");
    assertThat(read("by hand")).isEqualTo("y");
  }

  @Test
  void aLinkWithinTheStoreIsRead() throws IOException {
    store.set(new StoreKey("a/0"), bytes("x"));
    Files.createSymbolicLink(root.resolve("link"), Path.of("a/0"));
    Files.createSymbolicLink(root.resolve("b"), Path.of("a"));

    assertThat(read("link")).isEqualTo("x");
    assertThat(read("b/0")).isEqualTo("x");
  }

  @Test
  void theStoreItselfMayBeALink() throws IOException {
    store.set(new StoreKey("k"), bytes("x"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);

    FileSystemStore other = new FileSystemStore(link);

    assertThat(other.contains(new StoreKey("k"))).isTrue();
    other.set(new StoreKey("l"), bytes("y"));
    assertThat(root.resolve("l")).hasContent("y");
  }

  @Test
  void aLinkThatLeavesIsNotRead() throws IOException {
    Files.createSymbolicLink(root.resolve("file"), Path.of("../secret"));
    Files.createSymbolicLink(root.resolve("dir"), directory.resolve("outside"));

    assertThatThrownBy(() -> store.open(new StoreKey("file")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: file leads outside of the store through a symbolic link;"
                + " put a copy in its place");
    assertThatThrownBy(() -> store.contains(new StoreKey("dir/secret")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("the store: dir/secret leads outside of the store");
  }

  @Test
  void aLinkToNothingIsNotTakenForAnAbsentValue() throws IOException {
    Files.createSymbolicLink(root.resolve("0"), Path.of("not-fetched"));

    assertThatThrownBy(() -> store.open(new StoreKey("0")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: 0 is a symbolic link that leads to nothing; fetch what it stands for");
  }

  @Test
  void aLinkToADirectoryIsListedAndNotFollowed() throws IOException {
    Files.createDirectory(root.resolve("a"));
    Files.createSymbolicLink(root.resolve("a/up"), root);

    try (Stream<StoreEntry> below = store.list(new StorePrefix("a/"))) {
      assertThat(below).containsExactly(new StoreEntry("up", StoreEntry.Kind.PREFIX));
    }
    try (Stream<String> below = store.prefixes(new StorePrefix("a/"))) {
      assertThat(below).containsExactly("up");
    }
    assertThatThrownBy(() -> store.prefixes(new StorePrefix("a/up/")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.list(new StorePrefix("a/up/")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: a/up is a symbolic link to a directory, which is not followed when listing;"
                + " put a copy in its place");
  }

  @Test
  void linksThatGoRoundInACircleAreNoValue() throws IOException {
    Files.createDirectory(root.resolve("c"));
    Files.createSymbolicLink(root.resolve("c/0"), Path.of("1"));
    Files.createSymbolicLink(root.resolve("c/1"), Path.of("0"));
    Files.createSymbolicLink(root.resolve("self"), Path.of("self"));

    for (String key : List.of("c/0", "c/1", "self", "self/zarr.json")) {
      assertThatThrownBy(() -> store.open(new StoreKey(key)))
          .as(key)
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("the store: ");
      assertThatThrownBy(() -> store.contains(new StoreKey(key)))
          .isInstanceOf(StorageException.class);
    }
    assertThatThrownBy(() -> store.list(new StorePrefix("self/")))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void nothingIsWrittenOrErasedThroughALink() throws IOException {
    Files.createSymbolicLink(root.resolve("file"), directory.resolve("secret"));
    Files.createSymbolicLink(root.resolve("dir"), directory.resolve("outside"));

    assertThatThrownBy(() -> store.set(new StoreKey("file"), bytes("x")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.set(new StoreKey("dir/new"), bytes("x")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: dir/new leads outside of the store through a symbolic link; remove it");
    assertThatThrownBy(() -> store.set(new StoreKey("dir/new/er"), bytes("x")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.erase(new StoreKey("dir/secret")))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.replace(new StoreKey("file"), bytes("x")))
        .isInstanceOf(StorageException.class)
        .hasMessage("the store: file is a symbolic link, through which nothing is written");
    assertThatThrownBy(() -> store.replace(new StoreKey("dir/secret"), bytes("x")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: dir/secret leads outside of the store through a symbolic link; remove it");

    assertThat(directory.resolve("secret")).hasContent("secret");
    assertThat(directory.resolve("outside")).isDirectoryNotContaining("glob:**new");
    assertThat(directory.resolve("outside/secret")).hasContent("secret");
  }

  @Test
  void whoHasAReplacedValueOpenReadsTheOldOneWhole() throws IOException {
    store.set(new StoreKey("a/k"), bytes("the old one"));
    Files.setPosixFilePermissions(
        root.resolve("a/k"), PosixFilePermissions.fromString("rw-r-----"));

    try (StoredValue old = store.open(new StoreKey("a/k")).orElseThrow()) {
      store.replace(new StoreKey("a/k"), bytes("new"));

      ByteBuffer all = ByteBuffer.allocate((int) old.size());
      old.read(0, all);
      assertThat(new String(all.array(), UTF_8)).isEqualTo("the old one");
    }
    assertThat(read("a/k")).isEqualTo("new");
    assertThat(root.resolve("a")).isDirectoryContaining("glob:**/k").satisfies(this::hasOneEntry);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a/k"))))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aReplacementThatFailsLeavesNothingBehind() throws IOException {
    store.set(new StoreKey("a/k/below"), bytes("x"));

    assertThatThrownBy(() -> store.replace(new StoreKey("a/k"), bytes("y")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("the store: cannot write a/k: ");

    assertThat(root.resolve("a")).satisfies(this::hasOneEntry);
    assertThat(read("a/k/below")).isEqualTo("x");
  }

  private void hasOneEntry(Path group) {
    assertThat(group.toFile().list()).hasSize(1);
  }

  @Test
  void erasingALinkErasesTheLink() throws IOException {
    Files.createSymbolicLink(root.resolve("file"), directory.resolve("secret"));

    store.erase(new StoreKey("file"));

    assertThat(root.resolve("file")).doesNotExist();
    assertThat(directory.resolve("secret")).hasContent("secret");
  }

  @Test
  void aKeyBelowAValueCannotBeSet() {
    store.set(new StoreKey("a"), bytes("x"));

    assertThatThrownBy(() -> store.set(new StoreKey("a/b"), bytes("y")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("the store: cannot write a/b: ");
    assertThat(read("a")).isEqualTo("x");
  }

  @Test
  void aValueCannotTakeThePlaceOfAPrefix() {
    store.set(new StoreKey("a/b"), bytes("x"));

    assertThatThrownBy(() -> store.set(new StoreKey("a"), bytes("y")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("the store: cannot write a: ");
  }

  @Test
  void aPipeIsNotAValue() throws Exception {
    Process make =
        new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).inheritIO().start();
    Assumptions.assumeTrue(make.waitFor() == 0, "mkfifo makes no pipes here");

    assertThatThrownBy(() -> store.open(new StoreKey("pipe")))
        .isInstanceOf(StorageException.class)
        .hasMessage("the store: pipe is not a regular file");
  }

  @Test
  void whatMayNotBeReadSaysSo() throws IOException {
    store.set(new StoreKey("k"), bytes("x"));
    Files.setPosixFilePermissions(root.resolve("k"), PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(
        Files.isReadable(root.resolve("k")),
        "this user may read everything, so nothing is refused");

    assertThatThrownBy(() -> store.open(new StoreKey("k")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "the store: cannot read k: permission denied;"
                + " check who owns it and its access rights");
  }

  @Test
  void aNameThatIsTooLongSaysSo() {
    assertThatThrownBy(() -> store.set(new StoreKey("x".repeat(300)), bytes("x")))
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith(
            "the file system does not take names that long; use shorter node names");
  }

  @Test
  void anInterruptedThreadStopsWritingAndReading() {
    store.set(new StoreKey("k"), bytes("x"));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> store.set(new StoreKey("l"), bytes("y")))
          .isInstanceOf(CancelledException.class)
          .hasMessage("the store: writing l was interrupted");
      assertThatThrownBy(() -> read("k"))
          .isInstanceOf(CancelledException.class)
          .hasMessage("the store: reading k was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(store.contains(new StoreKey("l"))).isFalse();
  }

  @Test
  void aValueThatShrinksMeanwhileIsCorrupt() throws IOException {
    store.set(new StoreKey("k"), bytes("0123456789"));
    try (StoredValue value = store.open(new StoreKey("k")).orElseThrow()) {
      Files.writeString(root.resolve("k"), "0123");

      assertThatThrownBy(() -> value.read(2, ByteBuffer.allocate(5)))
          .hasMessage("ends after 4 bytes; expected 5 bytes from offset 2");
      assertThatThrownBy(() -> value.read(7, ByteBuffer.allocate(3)))
          .hasMessage("ends after 4 bytes; expected 3 bytes from offset 7");
    }
  }

  private String read(String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      byte[] bytes = new byte[(int) value.size()];
      value.read(0, ByteBuffer.wrap(bytes));
      return new String(bytes, UTF_8);
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
