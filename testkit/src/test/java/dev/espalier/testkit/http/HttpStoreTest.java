package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.http.HttpStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a server that does nothing wrong, and what comes of it. */
class HttpStoreTest extends HttpStoreCase {
  private static final StoreKey KEY = new StoreKey("a/k");

  @Test
  void aWholeValueCostsOneRequest() {
    set("a/k", "0123456789");

    assertThat(read("a/k")).isEqualTo("0123456789");
    assertThat(server.requests()).hasToString("[/a/k]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789", ""})
  void allFromTheBeginningIsAskedForAsAWholeValueIs(String text) {
    set("a/k", text);

    try (StoredValue value = store.open(KEY, ByteRange.of(0, Long.MAX_VALUE)).orElseThrow()) {
      assertThat(value.version()).isPresent();
      assertThat(text(value, 0, (int) value.size())).isEqualTo(text);
    }
    assertThat(server.requests()).hasToString("[/a/k]");
  }

  @ParameterizedTest
  @CsvSource({"3, 4, 3456, bytes=3-6", "8, 5, 89, bytes=8-12", "0, 10, 0123456789, bytes=0-9"})
  void whatIsReadFirstComesWithTheOpening(long offset, long length, String read, String range) {
    set("a/k", "0123456789");

    try (StoredValue value = store.open(KEY, ByteRange.of(offset, length)).orElseThrow()) {
      assertThat(value.size()).isEqualTo(10);
      assertThat(text(value, offset, read.length())).isEqualTo(read);
    }
    assertThat(server.requests()).hasToString("[/a/k " + range + "]");
  }

  @ParameterizedTest
  @CsvSource({"3, 789", "10, 0123456789", "99, 0123456789"})
  void theEndComesWithTheOpening(long length, String read) {
    set("a/k", "0123456789");

    try (StoredValue value = store.open(KEY, ByteRange.last(length)).orElseThrow()) {
      assertThat(value.size()).isEqualTo(10);
      assertThat(text(value, 10 - read.length(), read.length())).isEqualTo(read);
    }
    assertThat(server.requests()).hasToString("[/a/k bytes=-" + length + "]");
  }

  static Stream<ByteRange> ranges() {
    return Stream.of(
        ByteRange.all(),
        ByteRange.of(0, 0),
        ByteRange.of(0, 5),
        ByteRange.of(7, 5),
        ByteRange.last(0),
        ByteRange.last(9));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void anEmptyValueIsAValueWhateverIsReadFirst(ByteRange first) {
    set("a/k", "");

    try (StoredValue value = store.open(KEY, first).orElseThrow()) {
      assertThat(value.size()).isZero();
      assertThatThrownBy(() -> text(value, 0, 1)).isInstanceOf(CorruptException.class);
    }
    assertThat(store.contains(KEY)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void anyPartCanBeReadWhateverIsReadFirst(ByteRange first) {
    set("a/k", "0123456789");

    try (StoredValue value = store.open(KEY, first).orElseThrow()) {
      assertThat(text(value, 4, 2)).isEqualTo("45");
      assertThat(text(value, 9, 1)).isEqualTo("9");
      assertThat(text(value, 0, 10)).isEqualTo("0123456789");
      assertThatThrownBy(() -> text(value, 8, 3))
          .isInstanceOf(CorruptException.class)
          .hasMessage("ends after 10 bytes; expected 3 bytes from offset 8");
    }
  }

  @Test
  void whetherThereIsAValueCostsOneRequest() {
    setLarge("a/k", 1 << 20);

    assertThat(store.contains(KEY)).isTrue();
    assertThat(store.contains(new StoreKey("a/other"))).isFalse();
    assertThat(store.contains(new StoreKey("a"))).isFalse();
    assertThat(server.requests())
        .hasToString("[/a/k bytes=0-0, /a/other bytes=0-0, /a bytes=0-0]")
        .allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void neighboursThatAreExpectedAreAskedForAtOnce() {
    byte[] all = setLarge("a/k", 1 << 20);
    List<ByteRange.Span> spans =
        List.of(
            new ByteRange.Span(600_000, 1_000),
            new ByteRange.Span(200_000, 1_000),
            new ByteRange.Span(201_000, 3_000),
            new ByteRange.Span(210_000, 500),
            new ByteRange.Span(900_000, 10));

    try (StoredValue value = store.open(KEY, ByteRange.last(100)).orElseThrow()) {
      value.expect(spans);
      assertThat(server.requests()).hasSize(1);
      for (ByteRange.Span span : spans) {
        assertThat(bytes(value, span.offset(), (int) span.length()))
            .isEqualTo(Arrays.copyOfRange(all, (int) span.offset(), (int) span.end()));
      }
    }
    assertThat(server.requests())
        .hasToString(
            "[/a/k bytes=-100, /a/k bytes=600000-600999, /a/k bytes=200000-210499,"
                + " /a/k bytes=900000-900009]");
  }

  @Test
  void aPartThatIsExpectedAndReadInPiecesIsAskedForAtOnceInWhateverOrder() {
    byte[] all = setLarge("a/k", 1 << 20);

    try (StoredValue value = store.open(KEY, ByteRange.of(500_000, 100_000)).orElseThrow()) {
      value.expect(List.of(new ByteRange.Span(500_000, 100_000)));
      for (int offset = 590_000; offset >= 500_000; offset -= 10_000) {
        assertThat(bytes(value, offset, 10_000))
            .isEqualTo(Arrays.copyOfRange(all, offset, offset + 10_000));
      }
    }
    assertThat(server.requests()).hasToString("[/a/k bytes=500000-599999]");
  }

  @Test
  void neighboursAreNotJoinedToPartsOfAnySize() {
    setLarge("a/k", 20 << 20);
    List<ByteRange.Span> spans =
        Stream.iterate(0L, offset -> offset + (1 << 20))
            .limit(20)
            .map(offset -> new ByteRange.Span(offset, 1 << 20))
            .toList();

    try (StoredValue value = store.open(KEY, ByteRange.of(0, 0)).orElseThrow()) {
      value.expect(spans);
      spans.forEach(span -> bytes(value, span.offset(), (int) span.length()));
    }

    assertThat(server.requests())
        .hasToString(
            "[/a/k bytes=0-0, /a/k bytes=1-8388607, /a/k bytes=8388608-16777215,"
                + " /a/k bytes=16777216-20971519]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ü/é", "50%", "a?b", "a#b", "%41", "+&=", "a\\b", "\"<>", "日本"})
  void aKeyIsSpelledSoThatTheServerSeesIt(String key) {
    set(key, "found");

    assertThat(read(key)).isEqualTo("found");
    assertThat(store.open(new StoreKey("x" + key))).isEmpty();
  }

  @Test
  void aPathMayBeSpelledAsItIsReadOrAsAUrlHasIt() {
    set("a b/50%/k", "found");

    for (String path : List.of("a b/50%", "a%20b/50%25", "a b/50%25/")) {
      try (HttpStore below = new HttpStore(server.url(path), QUICK)) {
        assertThat(below.contains(new StoreKey("k"))).as(path).isTrue();
      }
    }
  }

  @Test
  void theQueryIsSentWithEveryRequestAndShownInNoMessage() {
    set("a/k", "0123456789");

    try (HttpStore signed = new HttpStore(server.url("a?sig=s%2Fecret&e=1"), QUICK)) {
      assertThat(signed.name()).isEqualTo(server.url("a?..."));
      try (StoredValue value = signed.open(new StoreKey("k"), ByteRange.of(0, 1)).orElseThrow()) {
        assertThat(text(value, 5, 2)).isEqualTo("56");
      }
    }
    assertThat(server.requests())
        .hasToString("[/a/k?sig=s%2Fecret&e=1 bytes=0-0, /a/k?sig=s%2Fecret&e=1 bytes=5-6]");
  }

  @Test
  void aUserIsToldToTheServerAndInNoMessage() {
    set("k", "v");

    try (HttpStore known =
        new HttpStore("http://us%40er:pass+word@" + server.authority() + "/", QUICK)) {
      assertThat(known.name()).isEqualTo(server.url(""));
      assertThat(known.contains(new StoreKey("k"))).isTrue();
    }
    // echo -n 'us@er:pass+word' | base64
    assertThat(server.requests().get(0).header("Authorization"))
        .contains("Basic dXNAZXI6cGFzcyt3b3Jk");
  }

  @Test
  void aPercentSignOfAPasswordNeedNotBeEncoded() {
    set("k", "v");

    try (HttpStore known = new HttpStore("http://us:100%@" + server.authority() + "/", QUICK)) {
      assertThat(known.contains(new StoreKey("k"))).isTrue();
    }
    // echo -n 'us:100%' | base64
    assertThat(server.requests().get(0).header("Authorization")).contains("Basic dXM6MTAwJQ==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a/b?secret=\ud800", "http://us:secret\ud800@a/b"})
  void halfACharacterIsRefusedWithoutASecret(String url) {
    assertThatThrownBy(() -> new HttpStore(url).close())
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("http://a/b")
        .hasMessageEndingWith(": has half a character, which no URL spells");
  }

  @ParameterizedTest
  @CsvSource({
    "http://, expected letters",
    "http:///a, expected letters",
    "http://a_b:x/, expected letters",
    "http://user:secret@host:65536/, a number up to 65535 as port",
    "ftp://a/b, expected a URL such as https://example.org/a.zarr",
    "http://user:secret@host/a#b, write %23 where it belongs to a name",
    "http://user:secret@ho st/a, not a URL",
  })
  void whatNamesNoServerIsRefused(String url, String message) {
    assertThatThrownBy(() -> new HttpStore(url).close())
        .isInstanceOf(RequestException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void theVersionIsTheStrongTagOrElseTimeAndLength() {
    set("a/k", "0123456789");
    String longAgo = "Wed, 21 Oct 2015 07:28:00 GMT";

    assertThat(version(Map.of("ETag", "\"one\""))).contains("\"one\"");
    assertThat(version(Map.of("ETag", "W/\"one\""))).isEmpty();
    assertThat(version(Map.of("ETag", ""))).isEmpty();
    assertThat(version(Map.of("ETag", "W/\"one\"", "Last-Modified", longAgo)))
        .contains(longAgo + " 10");
    assertThat(version(Map.of("ETag", "", "Last-Modified", "Wed, 21 Oct 2099 07:28:00 GMT")))
        .as("another change may follow in the same second")
        .isEmpty();
  }

  @Test
  void aTimeIsAVersionAMinuteAfterItOnly() {
    set("a/k", "0123456789");
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

    assertThat(version(Map.of("ETag", "", "Last-Modified", time(now.minusSeconds(20)))))
        .as("clocks may differ")
        .isEmpty();
    assertThat(version(Map.of("ETag", "", "Last-Modified", time(now.minusSeconds(120)))))
        .isPresent();
  }

  private static String time(ZonedDateTime time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
  }

  private Optional<String> version(Map<String, String> headers) {
    server.heal().always(new Fault.Headers(headers));
    try (StoredValue value = store.open(KEY, ByteRange.of(0, 1)).orElseThrow()) {
      return value.version();
    }
  }
}
