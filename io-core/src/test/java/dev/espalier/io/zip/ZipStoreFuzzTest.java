package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes an archive has, it is opened and read, the same in parts as in whole, or refused
 * by name; and what it lists is what it holds. An input is an archive.
 */
class ZipStoreFuzzTest {
  private static final int DEEPEST = 4_096;

  @TempDir static Path directory;

  static Stream<byte[]> archives() {
    return Stream.of(
        archive(ZipEntry.STORED, "", "zarr.json", "a/zarr.json", "a/c/0/0"),
        archive(ZipEntry.DEFLATED, "{\"ome\":{\"version\":\"0.5\"}}", "zarr.json", "a/c/0"),
        archive(ZipEntry.DEFLATED, "", "folder/", "folder/.zgroup", "folder/é/.zarray"),
        archive(ZipEntry.STORED, "", "../zarr.json"),
        archive(ZipEntry.STORED, "", "/abs"),
        archive(ZipEntry.STORED, "", "a//b", "a\\b", "C:/x"),
        archive(ZipEntry.STORED, "", "a/../b"),
        archive(ZipEntry.STORED, "", "a", "a/b"),
        archive(ZipEntry.STORED, ""),
        new byte[0]);
  }

  @MethodSource("archives")
  @FuzzTest
  void archivesAreReadOrRefused(byte[] input) throws IOException {
    Path file = directory.resolve("archive.zip");
    Files.write(file, input);
    try (ZipStore store = ZipStore.open(file, "the archive")) {
      Set<String> keys = new HashSet<>();
      walk(store, StorePrefix.root(), keys);
      for (String key : keys) {
        read(store, new StoreKey(key));
      }
      assertThat(store.contains(new StoreKey("no/such/key")))
          .isEqualTo(keys.contains("no/such/key"));
    } catch (EspalierException refused) {
      assertThat(refused).hasMessageStartingWith("the archive: ");
      assertThat(refused).hasMessageMatching("(?s).{20,2000}");
    }
    try (ZipStore inner = ZipStore.openOnlyFolder(file, "the archive")) {
      assertThat(inner.name()).startsWith("the archive");
    } catch (EspalierException refused) {
      assertThat(refused).isNotInstanceOf(StorageException.class);
    }
  }

  private static void walk(ZipStore store, StorePrefix prefix, Set<String> keys) {
    List<StoreEntry> entries;
    try (Stream<StoreEntry> listed = store.list(prefix)) {
      entries = listed.toList();
    }
    assertThat(entries).doesNotHaveDuplicates();
    for (StoreEntry entry : entries) {
      if (entry.kind() == StoreEntry.Kind.KEY) {
        StoreKey key = prefix.key(entry.name());
        assertThat(store.contains(key)).as("%s", key).isTrue();
        keys.add(key.value());
      } else if (prefix.value().length() < DEEPEST) {
        walk(store, prefix.child(entry.name()), keys);
      }
    }
  }

  private static void read(ZipStore store, StoreKey key) {
    try (StoredValue value = store.open(key).orElseThrow()) {
      assertThat(value.size()).isNotNegative().isLessThan(1L << 32);
      ByteBuffer whole = ByteBuffer.allocate((int) value.size());
      value.read(0, whole);
      ByteBuffer end = ByteBuffer.allocate((int) value.size() / 2);
      value.read(value.size() - end.remaining(), end);
      assertThat(end.flip()).isEqualTo(whole.flip().position(whole.limit() - end.limit()));
    } catch (CorruptException | UnsupportedException named) {
      assertThat(named).hasMessageMatching("(?s).{20,2000}");
    }
  }

  private static byte[] archive(int method, String comment, String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.setComment(comment);
      for (String name : names) {
        byte[] content =
            name.endsWith("/") ? new byte[0] : ("content of " + name).repeat(3).getBytes(UTF_8);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 crc = new CRC32();
          crc.update(content);
          entry.setCrc(crc.getValue());
          entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
