package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.place.StorePlaces;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.spi.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipPlaceTest {
  @TempDir private Path directory;

  private final HandmadeArchive archive = new HandmadeArchive();

  @Test
  void archivesAreKnownByTheirNamesOrTheirFirstBytes() throws IOException {
    archive.add("zarr.json", "{}");
    archive.write(directory.resolve("nameless"));
    Files.write(directory.resolve("no.archive"), "PK".getBytes(UTF_8));
    Files.createDirectory(directory.resolve("directory.zip"));

    assertThat(isZip("nameless")).isTrue();
    assertThat(isZip("not/there/yet.ZIP")).isTrue();
    assertThat(isZip("not-there-yet.ozx")).isTrue();
    assertThat(isZip("no.archive")).isFalse();
    assertThat(isZip("directory.zip")).isFalse();
    assertThat(isZip("not-there-yet")).isFalse();
    assertThat(isZip(".zarr")).isFalse();
  }

  private boolean isZip(String name) {
    Location location = Location.of(directory.resolve(name));
    return StorePlaces.load().place(location).orElseThrow() instanceof ZipPlace;
  }

  @Test
  void nothingStandsWhereNoFileIs() {
    assertThat(new ZipPlace(directory.resolve("a.zip"), "a.zip").open()).isEmpty();
  }

  @Test
  void theOnlyFolderIsTheStoreHoweverDeepItIs() throws IOException {
    archive.add("home/me/x.zarr/zarr.json", "{}");
    archive.add("home/me/x.zarr/a/zarr.json", "{}");
    archive.add("__MACOSX/home/._x", "fork");

    try (ReadableStore store = open()) {
      assertThat(store.name()).isEqualTo("a.zip: home/me/x.zarr");
      assertThat(store.contains(new StoreKey("zarr.json"))).isTrue();
      assertThat(store.contains(new StoreKey("a/zarr.json"))).isTrue();
    }
  }

  /** A name has at most 65535 bytes. */
  @Test
  void theOnlyFolderIsFoundOnAllLevelsThatANameCanHave() throws IOException {
    String folder = "a/".repeat(32_760);
    archive.add(folder + "a", "1");
    archive.add(folder + "b/c", "2");

    try (ReadableStore store = open()) {
      assertThat(store.name()).hasSizeLessThan(300).startsWith("a.zip: a/a/a");
      assertThat(store.contains(new StoreKey("a"))).isTrue();
      assertThat(store.contains(new StoreKey("b/c"))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a/b,                     b,         a/",
    "a/b a/b/c,               b/c,       a/",
    "a a/b,                   a/b,       ''",
    "ab/x ab/xy/z,            xy/z,      ab/",
    "ab/x ac/x,               ab/x,      ''",
    "__MACOSX a/b/c,          c,         a/b/",
    "__MACOSX/x a/b/c,        c,         a/b/",
    "__MACOSX/x 0/b/c,        c,         0/b/",
    "__MACOSX __MACOSX/x __MACOSX-/c, c, __MACOSX-/",
    "__MACOSX/x __MACOSXX/c,  c,         __MACOSXX/",
    "__MACOSX/x,              __MACOSX/x, ''",
    "a/__MACOSX/x,            x,         a/__MACOSX/",
  })
  void theOnlyFolderIsWhatAllNamesHaveInCommon(String names, String key, String folder)
      throws IOException {
    for (String name : names.split(" ", -1)) {
      archive.add(name, "x");
    }

    try (ReadableStore store = open()) {
      assertThat(store.name() + "/").isEqualTo(folder.isEmpty() ? "a.zip/" : "a.zip: " + folder);
      assertThat(store.contains(new StoreKey(key))).isTrue();
    }
  }

  @Test
  void besideAnythingElseAFolderIsAFolder() throws IOException {
    archive.add("x/zarr.json", "{}");
    archive.add("zarr.json", "{}");

    try (ReadableStore store = open()) {
      assertThat(store.name()).isEqualTo("a.zip");
      assertThat(store.contains(new StoreKey("x/zarr.json"))).isTrue();
    }
    archive.entries.remove(1);
    archive.add("y/zarr.json", "{}");
    try (ReadableStore store = open()) {
      assertThat(store.contains(new StoreKey("zarr.json"))).isFalse();
    }
  }

  private ReadableStore open() throws IOException {
    return new ZipPlace(archive.write(directory.resolve("a.zip")), "a.zip").open().orElseThrow();
  }
}
