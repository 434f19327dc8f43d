package dev.espalier.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read in parts stay open, which nobody notices but who counts them. */
class OpenFilesTest {
  private static final Path OPEN_FILES_OF_THIS_PROCESS = Path.of("/proc/self/fd");
  private static final StoreKey KEY = new StoreKey("a/k");

  @TempDir private Path directory;
  private Path root;
  private FileSystemStore store;

  @BeforeEach
  void makeStore() throws IOException {
    root = Files.createDirectory(directory.resolve("root")).toRealPath();
    store = new FileSystemStore(root, "the store");
    store.set(KEY, bytes("0123456789"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void theFileThatIsThereIsReadHoweverItCameThere() throws IOException {
    String first = versionAndLast4("6789");

    assertThat(versionAndLast4("6789")).isEqualTo(first);
    store.replace(KEY, bytes("by the store"));
    String second = versionAndLast4("tore");
    store.set(KEY, bytes("in its place"));
    store.set(KEY, bytes("in its old place"));
    String third = versionAndLast4("lace");
    Files.writeString(root.resolve("other"), "by somebody else");
    Files.move(root.resolve("other"), root.resolve("a/k2"));
    Files.delete(root.resolve("a/k"));
    Files.move(root.resolve("a/k2"), root.resolve("a/k"));

    assertThat(versionAndLast4("else")).isNotIn(first, second, third);
    assertThat(second).isNotIn(first, third);
  }

  @Test
  void whatIsErasedIsAbsentForWhoReadInParts() throws IOException {
    versionAndLast4("6789");
    Files.delete(root.resolve("a/k"));

    assertThat(store.open(KEY, ByteRange.last(4))).isEmpty();
  }

  @Test
  void anInterruptionOfOneReaderStopsNoOther() {
    try (StoredValue interrupted = inParts(KEY);
        StoredValue other = inParts(KEY)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> last4(interrupted)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(last4(other)).isEqualTo("6789");
      assertThat(last4(interrupted)).isEqualTo("6789");
    }
    assertThat(last4(KEY)).isEqualTo("6789");
  }

  @Test
  void afterAnInterruptionNothingElseIsReadInstead() throws IOException {
    try (StoredValue interrupted = inParts(KEY);
        StoredValue other = inParts(KEY)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> last4(interrupted)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      store.replace(KEY, bytes("abcdefghij"));

      assertThatThrownBy(() -> last4(other))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("the store: cannot read a/k: ");
    }
    assertThat(last4(KEY)).isEqualTo("ghij");
  }

  @Test
  void aClosedValueCannotBeReadThoughOthersReadTheSameFile() {
    StoredValue closed = inParts(KEY);
    try (StoredValue other = inParts(KEY)) {
      closed.close();
      closed.close();

      assertThat(last4(other)).isEqualTo("6789");
      assertThatThrownBy(() -> last4(closed)).isInstanceOf(StorageException.class);
    }
  }

  @Test
  void aValueOutlivesWhatIsKeptOpen() throws IOException {
    try (StoredValue value = inParts(KEY)) {
      readManyOthers();
      store.erase(KEY);
      store.close();

      assertThat(last4(value)).isEqualTo("6789");
    }
    assertThat(openBelowRoot()).isZero();
  }

  @Test
  void fewFilesStayOpenAndNoneWhenTheStoreIsClosed() throws IOException {
    readManyOthers();
    assertThat(openBelowRoot()).isEqualTo(64);

    store.close();
    assertThat(openBelowRoot()).isZero();
    last4(KEY);
    assertThat(openBelowRoot()).isZero();
  }

  @Test
  void whatIsReadAsAWholeIsClosedWithItsValue() throws IOException {
    store.open(KEY).orElseThrow().close();

    assertThat(openBelowRoot()).isZero();
  }

  private void readManyOthers() {
    for (int i = 0; i < 100; i++) {
      StoreKey key = new StoreKey("c/" + i);
      store.set(key, bytes("of " + i + "...."));
      assertThat(last4(key)).isEqualTo("....");
    }
  }

  private long openBelowRoot() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(OPEN_FILES_OF_THIS_PROCESS), "this system lists no open files");
    try (Stream<Path> open = Files.list(OPEN_FILES_OF_THIS_PROCESS)) {
      return open.filter(this::leadsBelowRoot).count();
    }
  }

  private boolean leadsBelowRoot(Path link) {
    try {
      return Files.readSymbolicLink(link).startsWith(root);
    } catch (IOException e) {
      return false; // closed since it was listed
    }
  }

  private String versionAndLast4(String expected) {
    try (StoredValue value = inParts(KEY)) {
      assertThat(last4(value)).isEqualTo(expected);
      return value.version().orElseThrow();
    }
  }

  private StoredValue inParts(StoreKey key) {
    return store.open(key, ByteRange.last(4)).orElseThrow();
  }

  private String last4(StoreKey key) {
    try (StoredValue value = inParts(key)) {
      return last4(value);
    }
  }

  private static String last4(StoredValue value) {
    byte[] bytes = new byte[4];
    value.read(value.size() - 4, ByteBuffer.wrap(bytes));
    return new String(bytes, UTF_8);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
