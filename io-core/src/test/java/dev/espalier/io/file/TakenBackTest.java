package dev.espalier.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.place.Change;
import dev.espalier.io.place.Change.Appear;
import dev.espalier.io.place.Change.Put;
import dev.espalier.io.place.Change.Swap;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes if one of them fails and others look, or if whoever makes them ends. */
class TakenBackTest {
  private static final Put BLOCKED = new Put(new StoreKey("blocked"), new StoreKey("blocked"));
  private static final List<Change> CHANGES =
      List.of(
          new Put(new StoreKey("added"), new StoreKey("added")),
          new Appear(new StorePrefix("b/")),
          new Swap(new StorePrefix("a/")),
          new Put(new StoreKey("zarr.json"), new StoreKey("zarr.json")),
          BLOCKED);
  private static final Map<String, String> OLD =
      Map.of("zarr.json", "old", "a/zarr.json", "a, old", "blocked/file", "theirs");
  private static final Map<String, String> STAGED =
      Map.of(
          "added", "added",
          "b/zarr.json", "b",
          "a/zarr.json", "a, new",
          "zarr.json", "new",
          "blocked", "x");

  @TempDir private Path directory;
  private Path target = Path.of("");
  private Path changes = Path.of("");

  @BeforeEach
  void writeTheOldStore() {
    target = directory.resolve("t");
    changes = directory.resolve(".t.espalier-changes");
    set(new FileSystemStore(target), OLD);
  }

  @Test
  void whoeverComesNextTakesTheRestBack() throws IOException {
    int killsWhileTakingBack = 0;
    boolean ended = false;
    for (int kill = 1; !ended; kill++) {
      Kill process = new Kill(kill);
      StagedStore staged = begin(SteppedFiles.stepped(target, process));
      try {
        staged.publish();
      } catch (Killed e) {
        // It does nothing any more.
      } catch (StorageException e) {
        assertThat(contents(target)).isEqualTo(OLD);
        ended = true;
      }
      List<String> journals = journals();
      if (journals.stream().anyMatch(journal -> !journal.endsWith(".back"))) {
        removeHindrance();
        staging(target).recover();
        assertThat(contents(target)).isEqualTo(STAGED);
      } else {
        killsWhileTakingBack += journals.size();
        staging(target).recover();
        assertThat(contents(target)).isEqualTo(OLD);
      }
      renew();
    }
    assertThat(killsWhileTakingBack).isGreaterThan(CHANGES.size());
  }

  @Test
  void whatFailedIsNoLongerThere() throws IOException {
    StagedStore staged = begin(target);
    assertThatThrownBy(staged::publish).isInstanceOf(StorageException.class);

    assertThat(contents(target)).isEqualTo(OLD);
    assertThat(names(directory)).containsExactly("t");
    staged.close();
    assertThat(names(directory)).containsExactly("t");
  }

  /** The writer fails; before it takes the changes back, the hindrance goes and a reader comes. */
  @Test
  void changesThatAReaderHasMadeMeanwhileArePublished() throws IOException {
    SteppedFiles.Steps writer =
        new SteppedFiles.Steps() {
          private boolean done;

          @Override
          public void beforeMove(Path from) {
            if (changes.equals(from.getParent()) && !done) {
              done = true;
              unchecked(TakenBackTest.this::removeHindrance);
              staging(target).recover();
            }
          }
        };
    try (StagedStore staged = begin(SteppedFiles.stepped(target, writer))) {
      staged.publish();
    }

    assertThat(contents(target)).isEqualTo(STAGED);
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void aListingThatEndsBecauseTheDirectoryHasGoneIsNoFailure() throws IOException {
    Files.createDirectory(changes);

    staging(failingToList(new NoSuchFileException("x"))).recover();

    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void aListingThatFailsIsSaidByName() throws IOException {
    Files.createDirectory(changes);
    Path seen = failingToList(new AccessDeniedException("x"));

    assertThatThrownBy(() -> staging(seen).recover())
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("t: a write was interrupted, ")
        .hasCauseInstanceOf(AccessDeniedException.class);
  }

  @Test
  void changesOfAStoreAreNotMadeInTheOneThatReplacesIt() throws IOException {
    removeHindrance();
    Map<String, String> next = Map.of("zarr.json", "next");
    try (StagedStore replacement = staging(target).begin(true)) {
      set(replacement.store(), next);
      StagedStore killed = begin(SteppedFiles.stepped(target, new Kill(3)));
      assertThatThrownBy(killed::publish).isInstanceOf(Killed.class);
      assertThat(journals()).hasSize(1);

      replacement.publish();
    }

    assertThat(contents(target)).isEqualTo(next);
    staging(target).recover();
    assertThat(contents(target)).isEqualTo(next);
    assertThat(journals()).isEmpty();
  }

  private Path failingToList(IOException failure) {
    return SteppedFiles.stepped(
        target,
        new SteppedFiles.Steps() {
          @Override
          public void beforeNextName() {
            throw new DirectoryIteratorException(failure);
          }
        });
  }

  /** Such a failure has no meaning once the journal is gone, as the changes are made then. */
  @Test
  void aLinkThatLeadsOutIsNoFailureIfTheChangesAreMadeByThen() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Path journal = Files.createDirectories(changes.resolve("1"));
    List<Change> appear = List.of(new Appear(new StorePrefix("out/x/")));
    set(new FileSystemStore(ChangeJournal.staged(journal)), Map.of("out/x/zarr.json", "x"));
    ChangeJournal.prepare(journal, target, "t", appear);
    Files.createDirectory(target.resolve("out"));
    SteppedFiles.Steps reader =
        new SteppedFiles.Steps() {
          private boolean done;

          @Override
          public void beforeRealPath(Path path) {
            if (path.equals(target.resolve("out")) && !done) {
              done = true;
              staging(target).recover();
              unchecked(
                  () -> {
                    Files.move(target.resolve("out"), directory.resolve("moved"));
                    Files.createSymbolicLink(target.resolve("out"), outside);
                  });
            }
          }
        };

    staging(SteppedFiles.stepped(target, reader)).recover();

    assertThat(directory.resolve("moved/x/zarr.json")).hasContent("x");
    assertThat(changes).doesNotExist();
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void unchecked(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> journals() throws IOException {
    return Files.exists(changes) ? names(changes) : List.of();
  }

  /** No file can take the place of a directory. */
  private void removeHindrance() throws IOException {
    Trees.delete(target.resolve("blocked"));
  }

  private void renew() throws IOException {
    assertThat(changes).doesNotExist();
    try (Stream<Path> children = Files.list(directory)) {
      for (Path child : children.toList()) {
        Trees.delete(child);
      }
    }
    writeTheOldStore();
  }

  /** Counts once the changes are decided on. */
  private final class Kill implements SteppedFiles.Steps {
    private int left;

    Kill(int change) {
      this.left = change;
    }

    @Override
    public void beforeChange() {
      if (Files.exists(changes)) {
        left--;
        if (left <= 0) {
          throw new Killed();
        }
      }
    }
  }

  /** Nobody who is killed catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static StagedStore begin(Path target) {
    StagedStore staged = staging(target).begin(CHANGES);
    set(staged.store(), STAGED);
    return staged;
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
