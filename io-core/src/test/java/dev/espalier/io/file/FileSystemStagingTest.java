package dev.espalier.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemStagingTest {
  private static final int ROUNDS = 300;

  @TempDir private Path directory;

  @Test
  void nothingIsAtTheTargetBeforePublishing() throws IOException {
    Path target = directory.resolve("t");
    try (StagedStore staged = staging(target).begin(false)) {
      set(staged, "zarr.json", "new");
      assertThat(target).doesNotExist();

      staged.publish();
    }

    assertThat(target.resolve("zarr.json")).hasContent("new");
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void whatIsNotPublishedIsGone() throws IOException {
    try (StagedStore staged = staging(directory.resolve("t")).begin(false)) {
      set(staged, "a/b/c", "half");
      assertThat(names(directory)).singleElement().asString().startsWith(".t.espalier-");
    }

    assertThat(names(directory)).isEmpty();
  }

  @Test
  void tellsWhetherTheFileSystemKeepsCasesApart() throws IOException {
    Files.createDirectory(directory.resolve("lower"));
    boolean oneDirectory = Files.exists(directory.resolve("LOWER"));

    assertThat(staging(directory.resolve("lower")).ignoresCase()).isEqualTo(oneDirectory);
    assertThat(staging(directory.resolve("lower/not/there")).ignoresCase()).isEqualTo(oneDirectory);
  }

  @Test
  void missingParentsAreCreatedAndTakenAwayAgain() throws IOException {
    Path target = directory.resolve("a/b/t");
    try (StagedStore staged = staging(target).begin(false)) {
      set(staged, "k", "x");
    }
    assertThat(names(directory)).isEmpty();

    try (StagedStore staged = staging(target).begin(false)) {
      set(staged, "k", "x");
      staged.publish();
    }
    assertThat(target.resolve("k")).hasContent("x");
  }

  @Test
  void aParentThatSomebodyElseUsesMeanwhileStays() throws IOException {
    try (StagedStore staged = staging(directory.resolve("a/b/t")).begin(false)) {
      set(staged, "k", "x");
      Files.writeString(directory.resolve("a/other"), "theirs");
    }

    assertThat(names(directory)).containsExactly("a");
    assertThat(names(directory.resolve("a"))).containsExactly("other");
  }

  @Test
  void whatStandsThereIsNotReplacedUnasked() throws IOException {
    Path target = Files.writeString(directory.resolve("t"), "old");

    assertThatThrownBy(() -> staging(target).begin(false))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            "t: something stands there already; choose another target or ask to overwrite it");
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void whatAppearsMeanwhileIsNotReplacedUnasked() throws IOException {
    Path target = directory.resolve("t");
    try (StagedStore staged = staging(target).begin(false)) {
      Files.createDirectory(target);
      assertThatThrownBy(staged::publish).isInstanceOf(TargetExistsException.class);
    }

    assertThat(names(directory)).containsExactly("t");
    assertThat(names(target)).isEmpty();
  }

  @Test
  void replacingLeavesTheNewOneOnly() throws IOException {
    Path target = old();
    try (StagedStore staged = staging(target).begin(true)) {
      set(staged, "zarr.json", "new");
      assertThat(target.resolve("zarr.json")).hasContent("old");
      staged.publish();
    }

    assertThat(target.resolve("zarr.json")).hasContent("new");
    assertThat(target.resolve("a")).doesNotExist();
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void aReplacementThatIsNotPublishedLeavesTheOldOne() throws IOException {
    Path target = old();
    try (StagedStore staged = staging(target).begin(true)) {
      set(staged, "zarr.json", "half");
    }

    assertThat(target.resolve("zarr.json")).hasContent("old");
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void aLinkIsReplacedAndWhatItLeadsToStays() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("zarr.json"), "precious");
    Path target = Files.createSymbolicLink(directory.resolve("t"), elsewhere);

    try (StagedStore staged = staging(target).begin(true)) {
      set(staged, "zarr.json", "new");
      staged.publish();
    }

    assertThat(Files.isSymbolicLink(target)).isFalse();
    assertThat(target.resolve("zarr.json")).hasContent("new");
    assertThat(elsewhere.resolve("zarr.json")).hasContent("precious");
  }

  @Test
  void linksInsideTheOldOneAreNotFollowedWhenItIsDeleted() throws IOException {
    Path target = old();
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "precious");
    Files.createSymbolicLink(target.resolve("link"), outside);

    try (StagedStore staged = staging(target).begin(true)) {
      staged.publish();
    }

    assertThat(outside.resolve("precious")).hasContent("precious");
    assertThat(names(directory)).containsExactlyInAnyOrder("t", "outside");
  }

  @Test
  void whoWasKilledBetweenTheRenamesFindsTheOldOneAgain() throws IOException {
    Path target = old();
    Files.move(target, directory.resolve(".t.espalier-old"));

    staging(target).recover();

    assertThat(target.resolve("zarr.json")).hasContent("old");
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void whoWasKilledBeforeDeletingTheOldOneKeepsTheNewOne() throws IOException {
    Path target = old();
    Files.move(target, directory.resolve(".t.espalier-old"));
    Files.createDirectory(target);
    Files.writeString(target.resolve("zarr.json"), "new");

    staging(target).recover();

    assertThat(target.resolve("zarr.json")).hasContent("new");
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void theOldOneIsPutBackWhereTheNewOneCannotTakeItsPlace() throws IOException {
    Path target = old();
    StagedStore staged = staging(target).begin(true);
    try (Stream<Path> children = Files.list(directory)) {
      Files.delete(children.filter(child -> !child.equals(target)).findAny().orElseThrow());
    }

    assertThatThrownBy(staged::publish)
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("t: cannot write the directory: ");
    assertThat(target.resolve("zarr.json")).hasContent("old");
    assertThat(target.resolve("a/zarr.json")).hasContent("old member");
    assertThat(names(directory)).containsExactly("t");
  }

  /** Between the two renames of a replacement it looks interrupted. */
  @Test
  void readersThatRecoverMeanwhileDoNotStopAReplacement() throws Exception {
    Path target = old();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<?> recovering =
          reader.submit(
              () -> {
                while (!done.get()) {
                  staging(target).recover();
                }
              });
      for (int round = 0; round < ROUNDS; round++) {
        try (StagedStore staged = staging(target).begin(true)) {
          set(staged, "zarr.json", "new " + round);
          staged.publish();
        }
        assertThat(target.resolve("zarr.json")).hasContent("new " + round);
      }
      done.set(true);
      recovering.get();
    } finally {
      done.set(true);
      reader.shutdownNow();
    }
    assertThat(names(directory)).containsExactly("t");
  }

  @Test
  void writingRecoversFirst() throws IOException {
    Path target = old();
    Files.move(target, directory.resolve(".t.espalier-old"));

    assertThatThrownBy(() -> staging(target).begin(false))
        .isInstanceOf(TargetExistsException.class);
    assertThat(target.resolve("zarr.json")).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "deep/er/t"})
  void belowProcNothingCanBeWritten(String name) {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
    Path target = Path.of("/proc/espalier-test", name);

    assertThatThrownBy(() -> new FileSystemStaging(target, "it").begin(false))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("it: cannot write the directory: ")
        .extracting(e -> ((StorageException) e).access())
        .isEqualTo(StorageException.Access.WRITE);
  }

  @Test
  void aFileCannotBeAParent() throws IOException {
    Files.writeString(directory.resolve("file"), "x");

    assertThatThrownBy(() -> staging(directory.resolve("file/t")).begin(false))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("t: cannot write the directory: ");
    assertThat(names(directory)).containsExactly("file");
  }

  @Test
  void aLongNameHasAHiddenNameToo() throws IOException {
    Path target = directory.resolve("n".repeat(255));
    try (StagedStore staged = staging(target).begin(true)) {
      staged.publish();
    }

    assertThat(target).isDirectory();
  }

  @Test
  void aLongNameIsNotCutWithinACharacter() throws IOException {
    Path target = directory.resolve("n" + "🎉".repeat(60));
    try (StagedStore staged = staging(target).begin(true)) {
      staged.publish();
    }

    assertThat(names(directory)).containsExactly(String.valueOf(target.getFileName()));
  }

  @Test
  void closingTwiceDoesNothing() {
    StagedStore staged = staging(directory.resolve("t")).begin(false);
    staged.close();
    staged.close();

    assertThatThrownBy(staged::publish).isInstanceOf(IllegalStateException.class);
  }

  private static FileSystemStaging staging(Path target) {
    return new FileSystemStaging(target, String.valueOf(target.getFileName()));
  }

  private Path old() throws IOException {
    Path target = Files.createDirectories(directory.resolve("t"));
    Files.writeString(target.resolve("zarr.json"), "old");
    Files.createDirectory(target.resolve("a"));
    Files.writeString(target.resolve("a/zarr.json"), "old member");
    return target;
  }

  private static void set(StagedStore staged, String key, String value) {
    staged.store().set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList();
    }
  }
}
