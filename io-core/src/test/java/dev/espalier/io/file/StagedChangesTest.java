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
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedChangesTest {
  private static final List<Change> CHANGES =
      List.of(
          new Put(new StoreKey("__passing"), new StoreKey("zarr.json")),
          new Appear(new StorePrefix("g/new/")),
          new Swap(new StorePrefix("a/")),
          new Put(new StoreKey("g/zarr.json"), new StoreKey("g/zarr.json")),
          new Put(new StoreKey("zarr.json"), new StoreKey("zarr.json")));

  private static final Map<String, String> OLD =
      Map.of(
          "zarr.json", "root, old",
          "a/zarr.json", "a, old",
          "a/c/0", "1",
          "a/c/1", "2",
          "g/zarr.json", "g, old",
          "g/kept/zarr.json", "kept");
  private static final Map<String, String> NEW =
      Map.of(
          "zarr.json", "root, new",
          "a/zarr.json", "a, new",
          "a/c/0", "3",
          "g/zarr.json", "g, new",
          "g/kept/zarr.json", "kept",
          "g/new/zarr.json", "new",
          "g/new/c/0", "4");

  @TempDir private Path directory;
  private Path target = Path.of("");

  @BeforeEach
  void writeTheOldStore() {
    target = directory.resolve("t");
    set(new FileSystemStore(target), OLD);
  }

  @Test
  void changesAreMadeByPublishing() throws IOException {
    try (StagedStore staged = begin(CHANGES)) {
      assertThat(contents(target)).isEqualTo(OLD);
      staged.publish();
    }

    assertThat(contents(target)).isEqualTo(NEW);
    assertThat(names()).containsExactly("t");
  }

  @Test
  void whatIsNotPublishedChangesNothing() throws IOException {
    try (StagedStore staged = begin(CHANGES)) {
      assertThat(staged.store().contains(new StoreKey("a/c/0"))).isTrue();
    }

    assertThat(contents(target)).isEqualTo(OLD);
    assertThat(names()).containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whoeverComesNextMakesTheRest(int made) throws IOException {
    Path journal = journalAfter(made);
    assertThat(contents(target).values()).contains(made == 5 ? "root, new" : "kept");

    staging().recover();

    assertThat(contents(target)).isEqualTo(NEW);
    assertThat(journal).doesNotExist();
  }

  @Test
  void aSwapThatWasKilledInTheMiddleIsCompleted() throws IOException {
    Path journal = journalAfter(2);
    Files.move(target.resolve("a"), journal.resolve("old/2"));

    try (StagedStore another = begin(List.of())) {
      assertThat(contents(target)).isEqualTo(NEW);
      another.publish();
    }

    assertThat(contents(target)).isEqualTo(NEW);
    assertThat(names()).containsExactly("t");
  }

  @Test
  void aJournalThatWasKilledWhileItWasRemovedIsRemoved() throws IOException {
    Path journal = journalAfter(1);
    Path gone = Files.createDirectory(directory.resolve(".t.espalier-gone")).resolve("x");
    Files.move(journal, gone);
    Files.delete(gone.resolve("new/a/zarr.json"));
    Map<String, String> before = contents(target);

    staging().recover();
    assertThat(contents(target)).isEqualTo(before);
    staging().begin(List.of()).close();

    assertThat(contents(target)).isEqualTo(before);
    assertThat(names()).containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void ifAChangeFailsAllAreTakenBack(int number) throws IOException {
    Files.createDirectories(target.resolve("blocked/below"));
    List<Change> changes = new ArrayList<>(CHANGES);
    // A directory that is not empty cannot be replaced by a file.
    changes.add(number, new Put(new StoreKey("blocked"), new StoreKey("blocked")));

    try (StagedStore staged = begin(changes)) {
      set(staged.store(), Map.of("blocked", "x"));
      Files.delete(target.resolve("blocked/below"));
      Files.writeString(target.resolve("blocked/file"), "theirs");
      assertThatThrownBy(staged::publish)
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("t: cannot write the changes: ");
      assertThat(Files.readString(target.resolve("blocked/file"))).isEqualTo("theirs");
      Files.delete(target.resolve("blocked/file"));
      assertThat(contents(target)).isEqualTo(OLD);
    }

    assertThat(names()).containsExactly("t");
  }

  @Test
  void whatIsInTheWayIsSaidBeforeAnythingIsWritten() throws IOException {
    Files.createDirectory(target.resolve("g/new"));

    assertThatThrownBy(() -> staging().begin(CHANGES))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            "t: something stands at g/new/ that is in the way of what is to appear there; move it"
                + " elsewhere");
    assertThat(names()).containsExactly("t");
  }

  @Test
  void whatComesInTheWayMeanwhileStays() throws IOException {
    try (StagedStore staged = begin(CHANGES)) {
      Files.writeString(target.resolve("g/new"), "theirs");
      assertThatThrownBy(staged::publish).isInstanceOf(TargetExistsException.class);
    }

    assertThat(target.resolve("g/new")).hasContent("theirs");
    Files.delete(target.resolve("g/new"));
    assertThat(contents(target)).isEqualTo(OLD);
    assertThat(names()).containsExactly("t");
  }

  @Test
  void twoChangesAtATimeAreOneTooMany() throws IOException {
    StagedStore first = begin(List.of(new Put(new StoreKey("b"), new StoreKey("b"))));
    set(first.store(), Map.of("b", "first"));
    Path other = journalAfter(0);

    try (first) {
      assertThatThrownBy(first::publish).isInstanceOf(StorageException.class);
    }
    assertThat(contents(target)).isEqualTo(OLD);
    assertThat(other).exists();
  }

  @Test
  void changesAreMadeToWhatALinkLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);

    try (StagedStore staged = new FileSystemStaging(link, "link").begin(CHANGES)) {
      stage(staged.store());
      staged.publish();
    }

    assertThat(link).isSymbolicLink();
    assertThat(contents(target)).isEqualTo(NEW);
    assertThat(names()).containsExactlyInAnyOrder("t", "link");
  }

  @Test
  void nothingIsMovedThroughALinkThatLeadsOut() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(target.resolve("out"), outside);

    try (StagedStore staged = begin(List.of(new Appear(new StorePrefix("out/x/"))))) {
      set(staged.store(), Map.of("out/x/zarr.json", "x"));
      assertThatThrownBy(staged::publish)
          .isInstanceOf(StorageException.class)
          .hasMessage("t: out/x leads outside of the store through a symbolic link; remove it");
    }

    assertThat(outside).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"appear\0../x/\0end", "put\0a\0", "move\0a/\0end", ""})
  void aListThatIsNoneIsNotFollowed(String list) throws IOException {
    Path journal = Files.createDirectories(directory.resolve(".t.espalier-changes/1/new/x"));
    Files.writeString(directory.resolve(".t.espalier-changes/1/journal"), list);

    assertThatThrownBy(() -> staging().recover())
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "t: a write was interrupted, and the rest of its changes cannot be made from "
                + directory.resolve(".t.espalier-changes")
                + "; open it once as somebody who may write there");
    assertThat(contents(target)).isEqualTo(OLD);
    assertThat(journal).exists();
  }

  @Test
  void changesOfAStoreThatWasDeletedAreForgotten() throws IOException {
    journalAfter(1);
    Trees.delete(target);

    staging().recover();
    assertThat(target).doesNotExist();
    try (StagedStore staged = staging().begin(false)) {
      set(staged.store(), Map.of("zarr.json", "another"));
      staged.publish();
    }

    staging().recover();
    assertThat(contents(target)).isEqualTo(Map.of("zarr.json", "another"));
    assertThat(names()).containsExactly("t");
  }

  /** Leaves what a process leaves that is killed after so many changes. */
  private Path journalAfter(int made) throws IOException {
    Path journal = directory.resolve(".t.espalier-changes/1");
    Files.createDirectories(ChangeJournal.staged(journal));
    stage(new FileSystemStore(ChangeJournal.staged(journal)));
    ChangeJournal.prepare(journal, target, "t", CHANGES);
    ChangeJournal.in(journal, target, "t").apply(made);
    return journal;
  }

  private StagedStore begin(List<Change> changes) {
    StagedStore staged = staging().begin(changes);
    stage(staged.store());
    return staged;
  }

  private static void stage(Store store) {
    set(
        store,
        Map.of(
            "__passing", "root, passing",
            "zarr.json", "root, new",
            "a/zarr.json", "a, new",
            "a/c/0", "3",
            "g/zarr.json", "g, new",
            "g/new/zarr.json", "new",
            "g/new/c/0", "4"));
  }

  private static void set(Store store, Map<String, String> values) {
    values.forEach(
        (key, value) -> store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8))));
  }

  private FileSystemStaging staging() {
    return new FileSystemStaging(target, "t");
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

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList();
    }
  }
}
