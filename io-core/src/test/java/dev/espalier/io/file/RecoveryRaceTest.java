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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader that recovers is held up before each of its steps in turn; meanwhile somebody else comes
 * to the end, or is killed at each of its steps in turn. Then the reader goes on.
 */
class RecoveryRaceTest {
  private static final List<Change> CHANGES =
      List.of(
          new Swap(new StorePrefix("a/")),
          new Put(new StoreKey("zarr.json"), new StoreKey("zarr.json")));
  private static final Map<String, String> FIRST = generation("1");
  private static final Map<String, String> SECOND = generation("2");
  private static final Map<String, String> THIRD = generation("3");

  @TempDir private Path directory;

  /** To force a list to the disk takes most of the time, so both are made once. */
  @BeforeEach
  void growJournals() throws IOException {
    grow("1", SECOND);
    grow("2", THIRD);
  }

  private void grow(String number, Map<String, String> values) throws IOException {
    Path journal = Files.createDirectories(directory.resolve(number).resolve(number));
    set(new FileSystemStore(ChangeJournal.staged(journal)), values);
    ChangeJournal.prepare(journal, directory.resolve("t"), "t", CHANGES);
  }

  @Test
  void aReaderThatIsOvertakenInAJournalTakesNothingAway() throws IOException {
    tryAll(
        this::leaveAJournal,
        target -> staging(target).recover(),
        target -> assertThat(contents(target)).isEqualTo(SECOND));
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

  private interface Scene {
    void happensAt(Path target) throws IOException;
  }

  /**
   * Tries every step at which the reader is held up with every step at which the other is killed.
   */
  private void tryAll(Scene before, Scene meanwhile, Scene after) throws IOException {
    int tries = 0;
    boolean readerEnded = false;
    for (int hold = 1; !readerEnded; hold++) {
      boolean otherEnded = false;
      for (int kill = 1 + hold % 5; !otherEnded && !readerEnded; kill += 5) {
        int killed = kill;
        int held = hold;
        Path place = Files.createDirectory(directory.resolve(hold + "-" + kill));
        Path target = place.resolve("t");
        before.happensAt(target);
        Steps ofTheOther = new Steps(kill);
        Steps ofTheReader = new Steps(hold);

        Path seenByTheOther =
            SteppedFiles.stepped(
                target,
                () -> {
                  if (ofTheOther.next() >= killed) {
                    throw new Killed();
                  }
                });
        Path seenByTheReader =
            SteppedFiles.stepped(
                target,
                () -> {
                  if (ofTheReader.next() == held) {
                    untilKilled(meanwhile, seenByTheOther);
                  }
                });
        staging(seenByTheReader).recover();
        staging(target).recover();
        after.happensAt(target);
        staging(target).begin(List.of()).close();
        assertThat(names(place)).noneMatch(name -> name.matches(".*-(old|changes|gone)"));

        readerEnded = ofTheReader.isEnough();
        otherEnded = ofTheOther.isEnough();
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

  private static final class Steps {
    private final int last;
    private int made;

    Steps(int last) {
      this.last = last;
    }

    int next() {
      return ++made;
    }

    boolean isEnough() {
      return made < last;
    }
  }

  private void leaveAJournal(Path target) throws IOException {
    set(new FileSystemStore(target), FIRST);
    commit(target, "1");
  }

  /** Leaves what is there when changes are decided on and none is made. */
  private void commit(Path target, String number) throws IOException {
    Path staging = target.resolveSibling(".t.espalier-staging");
    copy(directory.resolve(number), staging);
    Trees.move(staging, target.resolveSibling(".t.espalier-changes"));
  }

  private static void copy(Path tree, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(tree.relativize(path).toString()));
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
