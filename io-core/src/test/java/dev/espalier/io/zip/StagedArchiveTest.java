package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.place.WritablePlace.Occupancy;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.TargetExistsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedArchiveTest {
  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = directory.resolve("a.zip");
  }

  @Test
  void entriesAreStoredInTheOrderInWhichTheyWereSet() throws IOException {
    try (StagedStore staged = place().begin(false)) {
      assertThat(staged.keepsOrder()).isTrue();
      set(staged, "zarr.json", "{}");
      set(staged, "b/zarr.json", "{ }");
      set(staged, "a/c/0", "chunk");
      set(staged, "größe", "Umlaut");
      staged.remark("{\"a\": \"comment\"}");
      staged.publish();
    }

    try (ZipFile found = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(found.entries());
      assertThat(entries)
          .extracting(ZipEntry::getName)
          .containsExactly("zarr.json", "b/zarr.json", "a/c/0", "größe");
      assertThat(entries).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
      assertThat(found.getComment()).isEqualTo("{\"a\": \"comment\"}");
      assertThat(found.getInputStream(entries.get(2)).readAllBytes())
          .isEqualTo("chunk".getBytes(UTF_8));
    }
    assertThat(text("größe")).isEqualTo("Umlaut");
    assertThat(Files.readString(file, ISO_8859_1)).startsWith("PK\3\4").contains("zarr.json{}PK");
  }

  @Test
  void theSameEntriesMakeTheSameBytesWhereverAndWheneverThatIs() throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      byte[] first = written();
      Files.delete(file);
      TimeZone.setDefault(TimeZone.getTimeZone("America/Anchorage"));

      assertThat(written()).isEqualTo(first);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private byte[] written() throws IOException {
    try (StagedStore staged = place().begin(false)) {
      set(staged, "a", "1");
      set(staged, "b", "2");
      staged.publish();
    }
    return Files.readAllBytes(file);
  }

  @Test
  void whatWasSetAgainOrErasedTakesNoRoomInTheEnd() throws IOException {
    byte[] clean = written();
    Files.delete(file);
    try (StagedStore staged = place().begin(false)) {
      set(staged, "a", "before");
      set(staged, "gone", "x");
      set(staged, "b", "2");
      set(staged, "a", "1");
      staged.store().erase(new StoreKey("gone"));
      staged.publish();
    }

    assertThat(file).hasBinaryContent(clean);
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void anotherArchiveStaysWholeUntilTheNewOneTakesItsPlace() throws IOException {
    byte[] old = written();
    try (StagedStore staged = place().begin(true)) {
      set(staged, "a", "new");
      assertThat(file).hasBinaryContent(old);
      staged.publish();
    }
    assertThat(text("a")).isEqualTo("new");
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void whatIsDiscardedLeavesNothing() {
    Path deeper = directory.resolve("not/there/a.zip");
    try (StagedStore staged = new ZipPlace(deeper, "a.zip").begin(false)) {
      set(staged, "a", "1");
      assertThat(directory.resolve("not/there")).isDirectory();
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void somethingThatCameToBeThereMeanwhileStays() throws IOException {
    assertThatThrownBy(
            () -> {
              try (StagedStore staged = place().begin(false)) {
                set(staged, "a", "1");
                Files.writeString(file, "somebody else's");
                staged.publish();
              }
            })
        .isInstanceOf(TargetExistsException.class);
    assertThat(file).hasContent("somebody else's");
    assertThat(names()).containsExactly("a.zip");
    assertThatThrownBy(() -> place().begin(false)).isInstanceOf(TargetExistsException.class);
  }

  @Test
  void whatAKilledProgramLeftIsInNobodysWay() throws IOException {
    StagedStore killed = place().begin(false);
    set(killed, "a", "half");

    assertThat(place().open()).isEmpty();
    assertThat(place().occupancy()).isEqualTo(Occupancy.NOTHING);
    written();

    assertThat(text("a")).isEqualTo("1");
    killed.close();
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void whatStandsAtAPlaceIsTold() throws IOException {
    assertThat(place().occupancy()).isEqualTo(Occupancy.NOTHING);
    Files.createFile(file);
    assertThat(place().occupancy()).isEqualTo(Occupancy.EMPTY);
    Files.writeString(file, "x");
    assertThat(place().occupancy()).isEqualTo(Occupancy.TAKEN);
  }

  @Test
  void namesThatArchivesCannotHaveAreRefused() {
    try (StagedStore staged = place().begin(false)) {
      assertThatThrownBy(() -> set(staged, "a\\b", "x"))
          .isInstanceOf(StorageException.class)
          .hasMessage(
              "a.zip: a\\b has a backslash, which others take for a slash in archives; use another"
                  + " name, or write to a directory");
      assertThatThrownBy(() -> set(staged, "x".repeat(65_536), "x"))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("has more than the 65535 bytes that names in archives may have");
      set(staged, "x".repeat(65_535), "fits");
      staged.publish();
    }
    assertThat(text("x".repeat(65_535))).isEqualTo("fits");
  }

  @Test
  void aWriteThatFailedSpoilsTheArchiveAndLeavesTheTarget() throws IOException {
    byte[] old = written();
    try (StagedStore staged = place().begin(true)) {
      set(staged, "a", "new");
      ((GrowingArchive) staged.store()).release();
      assertThatThrownBy(() -> set(staged, "b", "x"))
          .isInstanceOf(StorageException.class)
          .hasMessageStartingWith("a.zip: cannot write b: ");
      assertThatThrownBy(() -> set(staged, "c", "x"))
          .hasMessage("a.zip: writing to the archive failed before, so nothing can be added to it");
      assertThatThrownBy(staged::publish).isInstanceOf(StorageException.class);
    }

    assertThat(file).hasBinaryContent(old);
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void moreEntriesThanTheOldFormatTakesAreOfZip64() throws IOException {
    try (StagedStore staged = place().begin(false)) {
      for (int i = 0; i < 66_000; i++) {
        set(staged, "c" + i, "");
      }
      staged.publish();
    }

    try (ZipFile found = new ZipFile(file.toFile())) {
      assertThat(found.size()).isEqualTo(66_000);
    }
    assertThat(text("c65999")).isEmpty();
  }

  private ZipPlace place() {
    return new ZipPlace(file, "a.zip");
  }

  private static void set(StagedStore staged, String key, String value) {
    staged.store().set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }

  private String text(String key) {
    try (ReadableStore store = place().open().orElseThrow();
        StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      return ZipStoreTest.text(value, 0, (int) value.size());
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList();
    }
  }
}
