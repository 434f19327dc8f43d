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
