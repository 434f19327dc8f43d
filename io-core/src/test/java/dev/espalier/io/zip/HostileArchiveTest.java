package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.io.zip.HandmadeArchive.Entry;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchiveTest {
  @TempDir private Path directory;

  private final HandmadeArchive archive = new HandmadeArchive();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../x | has the segment \"..\", which could leave the store",
        "a/../x | has the segment \"..\", which could leave the store",
        "a/./x | has the segment \".\", which could leave the store",
        "./x | has the segment \".\", which could leave the store",
        "/x | starts with \"/\"; keys are relative to their store",
        "a//x | has an empty segment",
        "a\\x | has a backslash where archives have a slash",
        "'' | is empty"
      })
  void anEntryThatCannotBeAKeyIsRefusedByName(String name, String problem) throws IOException {
    archive.add("zarr.json", "{}");
    archive.add(name, "x");

    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "test.zip: the name of the entry \""
                + name
                + "\" "
                + problem
                + ", so nothing is read from this archive; pack it anew, with names like"
                + " a/b/zarr.json from its root on");
  }

  @Test
  void namesWithNulOrOfUnknownCharactersAreRefused() throws IOException {
    archive.add("a\0b", "x");
    assertThatThrownBy(this::open).hasMessageContaining("\"a\\u0000b\" has a NUL character");

    archive.entries.get(0).name = HandmadeArchive.latin1("gr\u0094");
    assertThatThrownBy(this::open).hasMessageContaining("is not written in UTF-8");
  }

  /** What is wrong with an archive of two entries, and what is said of it when it is opened. */
  static Stream<Arguments> contradictions() {
    return Stream.of(
        wrong(a -> a.count = 1, "its directory lists more than the 1 entries that it says"),
        wrong(a -> a.count = 3, "its directory is said to list 3 entries in 94 bytes"),
        wrong(a -> a.directorySize = 93, "a"),
        wrong(a -> a.directorySize = 1 << 20, "is said to have 1048576 bytes, more than fit"),
        wrong(a -> a.directoryOffset = 1 << 20, "which reaches beyond the end"),
        wrong(a -> a.entries.get(1).offset = 60_000, "\"b\" is said to lie at 60000"),
        wrong(a -> a.entries.get(1).offset = 0, "reaches into what follows at byte 0"),
        wrong(a -> a.entries.get(1).offset = 20, "reaches into what follows at byte 20"),
        wrong(a -> a.entries.get(0).compressed = 40, "reaches into what follows at byte 36"),
        wrong(a -> a.entries.get(1).compressed = 4000, "reaches into what follows at byte 72"),
        wrong(a -> a.entries.get(1).size = -1, "lacks the zip64 field that it refers to"),
        wrong(
            a -> {
              a.entries.get(1).size = -1;
              a.entries.get(1).extra = ZipStoreTest.zip64Extra(-5);
            },
            "a number of the entry \"b\" is 18446744073709551611"),
        wrong(
            a -> {
              a.zip64 = true;
              a.directorySize = -2L >>> 1;
            },
            "is said to have 9223372036854775807 bytes"),
        wrong(
            a -> {
              a.zip64 = true;
              a.count = 1L << 40;
            },
            "is said to list 1099511627776 entries"),
        wrong(
            a -> {
              a.entries.add(a.entries.remove(0));
              a.entries.get(0).offset = 36;
              a.entries.get(0).named("a");
              a.entries.get(1).offset = 0;
            },
            "nobody can tell which one counts"));
  }

  private static Arguments wrong(Consumer<HandmadeArchive> change, String message) {
    return Arguments.of(change, message);
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void anArchiveThatContradictsItselfIsCorrupt(Consumer<HandmadeArchive> change, String message)
      throws IOException {
    archive.add("a", "first");
    archive.add("b", "other");
    change.accept(archive);

    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("test.zip: ")
        .hasMessageContaining(message);
  }

  /** What the header of an entry says otherwise than the directory. */
  static Stream<Arguments> disagreements() {
    return Stream.of(
        Arguments.of((Consumer<Entry>) e -> e.localName = "c".getBytes(UTF_8), "it names \"c\""),
        Arguments.of((Consumer<Entry>) e -> e.localMethod = 8, "it has compression 8"),
        Arguments.of((Consumer<Entry>) e -> e.localCrc = 7, "it has another checksum"),
        Arguments.of((Consumer<Entry>) e -> e.localSize = 6, "it has the size 6"),
        Arguments.of((Consumer<Entry>) e -> e.localCompressed = 4, "it has the size 4"),
        Arguments.of((Consumer<Entry>) e -> e.offset = 1, "there is none at byte 1"),
        Arguments.of(
            (Consumer<Entry>)
                e -> {
                  e.localExtra = new byte[8];
                  e.stored = "".getBytes(UTF_8);
                },
            "it leaves too few bytes for the entry"));
  }

  @ParameterizedTest
  @MethodSource("disagreements")
  void headersHaveToAgreeWithTheDirectory(Consumer<Entry> change, String message)
      throws IOException {
    change.accept(archive.add("a", "first"));

    try (ZipStore store = open()) {
      assertThatThrownBy(() -> store.open(new StoreKey("a")))
          .isInstanceOf(CorruptException.class)
          .hasMessage(
              "test.zip: the header of the entry \"a\" does not agree with the directory of the"
                  + " archive: "
                  + message
                  + "; fetch the archive again, or pack it anew");
    }
  }

  @Test
  void damagedBytesAreFoundByTheirChecksum() throws IOException {
    archive.add("a", "first").stored = "fi_st".getBytes(UTF_8);

    assertThatThrownBy(() -> read("a"))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "test.zip: the entry \"a\" is damaged: its bytes have the checksum a2e43be4, expected"
                + " 9271ee57; fetch the archive again");
  }

  @Test
  void anEntryInflatesToWhatItSaysAndToNoMore() throws IOException {
    byte[] zeros = new byte[200_000];
    Entry bomb = archive.add("a", zeros).deflated(zeros);
    bomb.size = 1000;
    bomb.localSize = 1000;
    assertThatThrownBy(() -> read("a"))
        .isInstanceOf(CorruptException.class)
        .hasMessageContaining("it inflates to more than the 1000 bytes that it says");

    bomb.size = 200_001;
    bomb.localSize = 200_001;
    assertThatThrownBy(() -> read("a"))
        .hasMessageContaining("it inflates to 200000 bytes, and says it has 200001");

    bomb.size = 2_000_000_000;
    bomb.localSize = 2_000_000_000;
    assertThatThrownBy(() -> read("a"))
        .hasMessageContaining("which no deflated bytes do; fetch the archive again");
  }

  @Test
  void deflatedBytesThatEndEarlyOrAreNoneAreCorrupt() throws IOException {
    byte[] text = "some text that is deflated".repeat(100).getBytes(UTF_8);
    Entry entry = archive.add("a", text).deflated(text);
    entry.stored = Arrays.copyOf(entry.stored, 20);
    entry.compressed = 20;
    entry.localCompressed = 20;
    assertThatThrownBy(() -> read("a"))
        .isInstanceOf(CorruptException.class)
        .hasMessageContaining("and there is no more of it");

    Arrays.fill(entry.stored, (byte) 0xFF);
    assertThatThrownBy(() -> read("a")).hasMessageContaining("it cannot be inflated (");
  }

  @Test
  void whatIsNotSupportedIsNamed() throws IOException {
    Entry encrypted = archive.add("secret", "first");
    encrypted.flags |= 1;
    Entry zstd = archive.add("zstd", "first");
    zstd.method = 93;
    zstd.localMethod = 93;

    assertThatThrownBy(() -> read("secret"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "test.zip: the entry \"secret\" is encrypted, which is not supported; pack the archive"
                + " without a password");
    assertThatThrownBy(() -> read("zstd"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("is compressed with method 93 (zstd)");

    archive.parts = 1;
    assertThatThrownBy(this::open)
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("test.zip: archives in several parts are not read; join them to one");
  }

  @Test
  void aStoredEntryHasAsManyBytesAsAreThere() throws IOException {
    Entry entry = archive.add("a", "first");
    entry.size = 500;
    entry.localSize = 500;

    assertThatThrownBy(() -> read("a"))
        .isInstanceOf(CorruptException.class)
        .hasMessageContaining("has 500 bytes of which 5 are in the archive");
  }

  @Test
  void anArchiveThatWasCutOffIsRefusedWhereverThatWas() throws IOException {
    archive.add("a", "first");
    archive.add("b", "other");
    byte[] whole = archive.bytes();

    for (int length = 0; length < whole.length; length++) {
      Path file = directory.resolve("test.zip");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(CorruptException.class, () -> ZipStore.open(file, "test.zip"));
    }
  }

  /** Whatever is changed: the bytes of an entry are right, or there is a failure with a name. */
  @Test
  void anyByteMayBeAnother() throws IOException {
    String longer = "some other text".repeat(9);
    Map<String, String> texts = Map.of("a", "first", "b/c", longer);
    archive.add("a", "first");
    archive.add("b/c", longer).deflated(longer.getBytes(UTF_8));
    byte[] whole = archive.bytes();
    Random random = new Random(5);
    int failures = 0;
    for (int i = 0; i < 1500; i++) {
      byte[] changed = whole.clone();
      for (int changes = 1 + i % 3; changes > 0; changes--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(directory.resolve("test.zip"), changed);
      try (ZipStore store = ZipStore.open(file, "test.zip")) {
        for (Map.Entry<String, String> text : texts.entrySet()) {
          if (store.contains(new StoreKey(text.getKey()))) {
            assertThat(ZipStoreTest.text(store, text.getKey())).isEqualTo(text.getValue());
          }
        }
      } catch (EspalierException e) {
        failures++;
      }
    }
    assertThat(failures).isBetween(500, 1499);
  }

  private String read(String key) throws IOException {
    try (ZipStore store = open();
        StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
      value.read(0, bytes);
      return new String(bytes.array(), UTF_8);
    }
  }

  private ZipStore open() throws IOException {
    return ZipStore.open(archive.write(directory.resolve("test.zip")), "test.zip");
  }
}
