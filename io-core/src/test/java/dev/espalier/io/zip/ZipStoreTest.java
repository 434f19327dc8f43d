package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreEntry.Kind;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CancelledException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipStoreTest {
  @TempDir private Path directory;

  private final HandmadeArchive archive = new HandmadeArchive();

  @Test
  void storedAndDeflatedEntriesAreReadInAnyPart() throws IOException {
    String text = "0123456789".repeat(5000);
    archive.add("stored", text);
    archive.add("deflated", text).deflated(text.getBytes(UTF_8));

    try (ZipStore store = store()) {
      for (String key : new String[] {"stored", "deflated"}) {
        try (StoredValue value = store.open(new StoreKey(key), ByteRange.last(4)).orElseThrow()) {
          assertThat(value.size()).isEqualTo(50_000);
          assertThat(text(value, 49_996, 4)).isEqualTo("6789");
          assertThat(text(value, 0, 50_000)).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void emptyEntriesAreValuesHoweverTheyArePacked() throws IOException {
    archive.add("stored", "");
    archive.add("deflated", "").deflated(new byte[0]);

    try (ZipStore store = store()) {
      assertThat(text(store, "stored")).isEmpty();
      assertThat(text(store, "deflated")).isEmpty();
    }
  }

  @Test
  void whatJavaWritesIsRead() throws IOException {
    Path file = directory.resolve("java.zip");
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment("a comment with PK\5\6 in it");
      zip.putNextEntry(new ZipEntry("a/"));
      zip.putNextEntry(new ZipEntry("a/größe"));
      zip.write(noise);
    }

    try (ZipStore store = ZipStore.open(file, "java.zip")) {
      assertThat(store.list(StorePrefix.root())).containsExactly(new StoreEntry("a", Kind.PREFIX));
      try (StoredValue value = store.open(new StoreKey("a/größe")).orElseThrow()) {
        ByteBuffer read = ByteBuffer.allocateDirect(noise.length);
        value.read(0, read);
        assertThat(read.flip()).isEqualTo(ByteBuffer.wrap(noise));
      }
    }
  }

  @Test
  void bytesBeforeTheArchiveACommentAndSizesThatFollowAreLegal() throws IOException {
    archive.before = "#!/bin/sh\nexit 0\n".getBytes(UTF_8);
    archive.comment = "{\"ome\": {\"version\": \"0.5\"}}".getBytes(UTF_8);
    archive.add("a", "first").sizesFollow();
    archive.add("b", "second");

    try (ZipStore store = store()) {
      assertThat(text(store, "a")).isEqualTo("first");
      assertThat(text(store, "b")).isEqualTo("second");
    }
  }

  @Test
  void somethingMayLieBetweenTheDirectoryAndTheEnd() throws IOException {
    archive.between = "a signature".getBytes(UTF_8);
    archive.add("a", "first");

    try (ZipStore store = store()) {
      assertThat(text(store, "a")).isEqualTo("first");
    }
  }

  @Test
  void theEndOfAnArchiveMayBeOfZip64() throws IOException {
    archive.zip64 = true;
    archive.before = new byte[100];
    HandmadeArchive.Entry entry = archive.add("a", "first");
    entry.extra = zip64Extra(5, 5);
    entry.size = -1;
    entry.compressed = -1;
    entry.localSize = -1;
    entry.localCompressed = -1;
    entry.localExtra = zip64Extra(5, 5);

    try (ZipStore store = store()) {
      assertThat(text(store, "a")).isEqualTo("first");
    }
  }

  static byte[] zip64Extra(long... values) {
    ByteBuffer extra = ByteBuffer.allocate(4 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) 1).putShort((short) (8 * values.length));
    for (long value : values) {
      extra.putLong(value);
    }
    return extra.array();
  }

  @Test
  void ofSeveralEntriesWithOneNameTheLastCounts() throws IOException {
    archive.add("a", "before");
    archive.add("b", "other");
    archive.add("a", "after");

    try (ZipStore store = store()) {
      assertThat(text(store, "a")).isEqualTo("after");
      assertThat(store.list(StorePrefix.root()))
          .containsExactly(new StoreEntry("a", Kind.KEY), new StoreEntry("b", Kind.KEY));
    }
  }

  @Test
  void aNameMayBeThatOfAValueAndTheBeginningOfOthers() throws IOException {
    archive.add("c/0", "below");
    archive.add("c-", "between");
    archive.add("c", "value");
    archive.add("C:/x", "a drive letter");

    try (ZipStore store = store()) {
      assertThat(text(store, "c")).isEqualTo("value");
      assertThat(text(store, "c/0")).isEqualTo("below");
      assertThat(text(store, "C:/x")).isEqualTo("a drive letter");
      assertThat(store.list(StorePrefix.root()))
          .containsExactlyInAnyOrder(
              new StoreEntry("c", Kind.KEY),
              new StoreEntry("c", Kind.PREFIX),
              new StoreEntry("c-", Kind.KEY),
              new StoreEntry("C:", Kind.PREFIX));
    }
  }

  @Test
  void aNameBesideTheNameCountsWhereItBelongsToIt() throws IOException {
    HandmadeArchive.Entry entry = archive.add("x", "value");
    entry.flags = 0;
    entry.name = HandmadeArchive.latin1("gr\u0094");
    entry.localName = entry.name;
    entry.extra = unicodeName(entry.name, "grö");
    entry.localExtra = entry.extra;

    try (ZipStore store = store()) {
      assertThat(text(store, "grö")).isEqualTo("value");
    }
  }

  private static byte[] unicodeName(byte[] name, String text) {
    CRC32 crc = new CRC32();
    crc.update(name);
    byte[] bytes = text.getBytes(UTF_8);
    return ByteBuffer.allocate(9 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0x7075)
        .putShort((short) (5 + bytes.length))
        .put((byte) 1)
        .putInt((int) crc.getValue())
        .put(bytes)
        .array();
  }

  @Test
  void manyEntriesAreListedAndFound() throws IOException {
    Path file = directory.resolve("many.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
      for (int i = 0; i < 70_000; i++) {
        zip.putNextEntry(new ZipEntry("row" + i % 100 + "/well" + i + "/zarr.json"));
        zip.write(i % 7);
      }
    }

    try (ZipStore store = ZipStore.open(file, "many.zip")) {
      assertThat(store.list(StorePrefix.root())).hasSize(100);
      assertThat(store.list(new StorePrefix("row7/"))).hasSize(700);
      for (int i = 0; i < 70_000; i += 997) {
        StoreKey key = new StoreKey("row" + i % 100 + "/well" + i + "/zarr.json");
        try (StoredValue value = store.open(key).orElseThrow()) {
          assertThat(text(value, 0, 1).charAt(0)).isEqualTo((char) (i % 7));
        }
      }
    }
  }

  @Test
  void whoIsInterruptedWhileReadingDisturbsNobodyElse() throws Exception {
    archive.add("a", "0123456789");

    try (ZipStore store = store();
        StoredValue value = store.open(new StoreKey("a")).orElseThrow()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> text(value, 0, 10)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(text(value, 0, 10)).isEqualTo("0123456789");
    }
  }

  @Test
  void aFileIntoWhichSomebodyWroteIsNotReadInParts() throws IOException {
    archive.add("a", "0123456789");

    try (ZipStore store = store()) {
      Files.write(directory.resolve("test.zip"), new byte[] {1}, StandardOpenOption.APPEND);

      StoredValue value = store.open(new StoreKey("a"), ByteRange.last(4)).orElseThrow();
      assertThatThrownBy(() -> text(value, 6, 4))
          .hasMessage(
              "test.zip: the archive was changed while it was open; open it again when that is done");
      assertThat(text(store, "a")).isEqualTo("0123456789"); // the checksum says so
    }
  }

  private ZipStore store() throws IOException {
    return ZipStore.open(archive.write(directory.resolve("test.zip")), "test.zip");
  }

  static String text(ZipStore store, String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      return text(value, 0, (int) value.size());
    }
  }

  static String text(StoredValue value, long offset, int length) {
    byte[] bytes = new byte[length];
    value.read(offset, ByteBuffer.wrap(bytes));
    return new String(bytes, UTF_8);
  }
}
