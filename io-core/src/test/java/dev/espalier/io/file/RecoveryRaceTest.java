package dev.espalier.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.place.Change;
import dev.espalier.io.place.Change.Put;
import dev.espalier.io.place.Change.Swap;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that recovers is held up before each of its steps in turn; meanwhile somebody else comes
 * to the end, or is killed before each of its steps in turn that may change something: a kill
 * before another step leaves the same. Then the reader goes on.
 */
class RecoveryRaceTest {
  private static final List<Change> CHANGES =
      List.of(
          new Swap(new StorePrefix("a/")),
          new Put(new StoreKey("zarr.json"), new StoreKey("zarr.json")));
  private static final Map<String, String> FIRST = generation("1");
  private static final Map<String, String> SECOND = generation("2");
  private static final Map<String, String> THIRD = generation("3");

  @TempDir(factory = InMemory.class)
  private Path directory;

  /** To force files to the disk takes most of the time, so that is done once. */
  @BeforeEach
  void growJournals() throws IOException {
    grow("1", SECOND);
    grow("2", THIRD);
  }

  private void grow(String number, Map<String, String> values) throws IOException {
    Path journal = Files.createDirectories(directory.resolve(number).resolve(number));
    set(new FileSystemStore(ChangeJournal.staged(journal)), values);
    Path standing = directory.resolve("t");
    set(new FileSystemStore(standing), FIRST);
    ChangeJournal.prepare(journal, standing, "t", CHANGES);
    Trees.delete(standing);
    try (Stream<Path> paths = Files.walk(journal)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
          file.force(true);
        }
      }
    }
  }

  @Test
  void aReaderThatIsOvertakenInAJournalTakesNothingAway() throws IOException {
    tryAll(
        this::leaveAJournal,
        target -> staging(target).recover(),
        target -> assertThat(contents(target)).isEqualTo(SECOND));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aReaderThatIsOvertakenDisplacesNothingThatWasSwappedIn(boolean empty) throws IOException {
    tryAll(
        target -> {
          set(new FileSystemStore(target), Map.of("zarr.json", "1"));
          if (empty) {
            Files.createDirectory(target.resolve("a"));
          }
          commit(target, "1");
        },
        target -> staging(target).recover(),
        target -> assertThat(contents(target)).isEqualTo(SECOND));
  }

  @Test
  void aReaderThatIsOvertakenTakesChangesBackOnce() throws IOException {
    tryAll(
        target -> {
          leaveAJournal(target);
          Path journal = target.resolveSibling(".t.espalier-changes/1");
          ChangeJournal.in(journal, target, "t").apply();
          Trees.move(journal, ChangeJournal.toTakeBack(journal));
        },
        target -> staging(target).recover(),
        target -> assertThat(contents(target)).isEqualTo(FIRST));
  }

  @Test
  void aReaderThatIsOvertakenKeepsOutOfTheNextJournal() throws IOException {
    tryAll(
        this::leaveAJournal,
        target -> {
          staging(target).recover();
          commit(target, "2");
          staging(target).recover();
        },
        target -> assertThat(contents(target)).isIn(SECOND, THIRD));
  }

  @Test
  void aReaderThatIsOvertakenWhileItRemovesAReplacedStoreRemovesNoOther() throws IOException {
    tryAll(
        target -> {
          set(new FileSystemStore(target), SECOND);
          set(new FileSystemStore(target.resolveSibling(".t.espalier-old")), FIRST);
        },
        target -> {
          try (StagedStore staged = staging(target).begin(true)) {
            set(staged.store(), THIRD);
            staged.publish();
          }
        },
        target -> assertThat(contents(target)).isIn(SECOND, THIRD));
  }

  /** To delete files from a disk takes most of the time, so they are kept in memory if possible. */
  static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "espalier")
          : Files.createTempDirectory("espalier");
    }
  }

  private interface Scene {
    void happensAt(Path target) throws IOException;
  }

  /** Tries every step of the reader with every change before which the other is killed. */
  private void tryAll(Scene before, Scene meanwhile, Scene after) throws IOException {
    int tries = 0;
    boolean readerEnded = false;
    for (int hold = 1; !readerEnded; hold++) {
      boolean otherEnded = false;
      for (int kill = 1; !otherEnded && !readerEnded; kill++) {
        Path place = Files.createDirectory(directory.resolve(hold + "-" + kill));
        Path target = place.resolve("t");
        before.happensAt(target);
        Kill other = new Kill(kill);
        Path seenByTheOther = SteppedFiles.stepped(target, other);
        Hold reader = new Hold(hold, () -> untilKilled(meanwhile, seenByTheOther));

        staging(SteppedFiles.stepped(target, reader)).recover();
        staging(target).recover();
        after.happensAt(target);
        staging(target).begin(List.of()).close();
        assertThat(names(place)).noneMatch(name -> name.matches(".*-(old|changes|gone)"));

        readerEnded = !reader.happened;
        otherEnded = !other.happened;
        tries++;
        Trees.delete(place);
      }
    }
    assertThat(tries).isGreaterThan(100);
  }

  private static void untilKilled(Scene scene, Path target) {
    try {
      scene.happensAt(target);
    } catch (Killed e) {
      return;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Nobody who is killed catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Kill implements SteppedFiles.Steps {
    private int left;
    private boolean happened;

    Kill(int change) {
      this.left = change;
    }

    @Override
    public void beforeChange() {
      left--;
      if (left <= 0) {
        happened = true;
        throw new Killed();
      }
    }
  }

  private static final class Hold implements SteppedFiles.Steps {
    private final Runnable meanwhile;
    private int left;
    private boolean happened;

    Hold(int step, Runnable meanwhile) {
      this.left = step;
      this.meanwhile = meanwhile;
    }

    @Override
    public void beforeLook() {
      left--;
      if (left == 0) {
        happened = true;
        meanwhile.run();
      }
    }

    @Override
    public void beforeChange() {
      beforeLook();
    }
  }

  private void leaveAJournal(Path target) throws IOException {
    set(new FileSystemStore(target), FIRST);
    commit(target, "1");
  }

  /** Leaves what is there when changes are decided on and none is made. */
  private void commit(Path target, String number) throws IOException {
    Path staging = directory.resolve("staging");
    if (Files.exists(staging)) {
      Trees.delete(staging); // left by a kill
    }
    copy(directory.resolve(number), staging);
    // That is a step of whoever sees the target.
    Trees.move(target.resolve(staging.toString()), target.resolveSibling(".t.espalier-changes"));
  }

  private static void copy(Path tree, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(tree.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectory(copy);
        } else {
          Files.createLink(copy, path); // its bytes need not be written again
        }
      }
    }
  }

  private static Map<String, String> generation(String number) {
    return Map.of("zarr.json", number, "a/zarr.json", "a " + number);
  }

  private static FileSystemStaging staging(Path target) {
    return new FileSystemStaging(target, "t");
  }

  private static void set(Store store, Map<String, String> values) {
    values.forEach(
        (key, value) -> store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8))));
  }

  private static Map<String, String> contents(Path store) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(store)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        contents.put(store.relativize(path).toString(), Files.readString(path));
      }
    }
    return contents;
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList();
    }
  }
}
