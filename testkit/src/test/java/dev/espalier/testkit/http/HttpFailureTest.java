package dev.espalier.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.http.HttpOptions;
import dev.espalier.io.http.HttpRetries;
import dev.espalier.io.http.HttpStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer that do not give a value: another try, or a failure that names it. */
class HttpFailureTest extends HttpStoreCase {
  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatPassesIsTriedAgain(int status) {
    set("k", "value");
    server.at(1, new Fault.Status(status, Map.of("Retry-After", "0")));
    server.at(2, new Fault.NoAnswer());

    assertThat(read("k")).isEqualTo("value");
  }

  @Test
  void theTriesAreBounded() {
    set("k", "value");
    server.always(new Fault.Status(503, Map.of()));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(server.url() + ": k: cannot be read: the server answered 503; tried 3 times");
    assertThat(server.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "99999999999999999", "Wed, 21 Oct 2099 07:28:00 GMT"})
  void whoeverIsToComeBackTooLateGivesUp(String when) {
    set("k", "value");
    server.at(1, new Fault.Status(429, Map.of("Retry-After", when)));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(
            server.url()
                + ": k: cannot be read: the server answered 429; the next try would be in ")
        .hasMessageEndingWith(" ms, later than 60 s after the first");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|the server answered 400",
        "401|the server wants to know who asks (401); give a user and password in the URL, or a"
            + " signed URL",
        "403|the server forbids it (403), which does not tell whether there is a value; check the"
            + " permissions, or the age of a signed URL. Amazon S3 and its like answer so for"
            + " values that are not there as well, unless listing is permitted: permit that, or let"
            + " what is forbidden count as absent",
        "501|the server answered 501",
        "418|the server answered 418",
      })
  void whatDoesNotPassIsNamedAtOnce(int status, String reason) {
    set("k", "value");
    server.always(new Fault.Status(status, Map.of()));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(server.url() + ": k: cannot be read: " + reason);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsNotThereIsAbsent(int status) {
    set("k", "value");
    server.always(new Fault.Status(status, Map.of()));

    assertThat(store.open(new StoreKey("k"))).isEmpty();
    assertThat(store.contains(new StoreKey("k"))).isFalse();
  }

  @Test
  void whatIsForbiddenIsAbsentForTheAsking() {
    use(QUICK.withForbiddenIsAbsent(true));
    server.always(new Fault.Status(403, Map.of()));

    assertThat(store.open(new StoreKey("k"))).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsNamedAfterSeveralTries() {
    String url = server.url();
    server.close();

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            url
                + ": k: cannot be read: the server takes no connection; check the URL, and whether"
                + " it is running; tried 3 times");
  }

  @Test
  void aServerOfNoKnownNameIsNotTriedAgain() {
    try (HttpStore nowhere = new HttpStore("http://nowhere.invalid", HttpOptions.defaults())) {
      assertThatThrownBy(() -> nowhere.contains(new StoreKey("k")))
          .isInstanceOf(StorageException.class)
          .hasMessage(
              "http://nowhere.invalid: k: cannot be read: no server of that name is known; check"
                  + " the URL and the network");
    }
  }

  @Test
  void aServerThatStopsSendingIsNotWaitedForForEver() {
    set("k", "value");
    use(QUICK.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100)));
    server.always(new Fault.StallAfter(0));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": k: cannot be read: the server stopped sending: nothing came for 100 ms; tried 3"
                + " times");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes 1-2/5|expected bytes 0 to 1, found bytes 1 to 2",
        "bytes 0-3/5|expected bytes 0 to 1, found bytes 0 to 3",
        "bytes 0-0/5|expected bytes 0 to 1, found bytes 0 to 0",
        "bytes 0-1/*|expected a header Content-Range such as \"bytes 0-9/100\", found \"bytes"
            + " 0-1/*\"",
        "bytes 0-1/1|expected a header Content-Range such as \"bytes 0-9/100\", found \"bytes"
            + " 0-1/1\"",
        "bytes 1-0/5|expected a header Content-Range such as \"bytes 0-9/100\", found \"bytes"
            + " 1-0/5\"",
        "lines 0-1/5|expected a header Content-Range such as \"bytes 0-9/100\", found \"lines"
            + " 0-1/5\"",
        "bytes 0-99999999999999999999/5|expected a header Content-Range such as \"bytes 0-9/100\","
            + " found \"bytes 0-99999999999999999999/5\"",
        "|expected a header Content-Range such as \"bytes 0-9/100\", found none",
      })
  void whoeverLiesAboutThePartIsNotBelieved(String range, String reason) {
    set("k", "value");
    server.always(new Fault.Headers(Map.of("Content-Range", range == null ? "" : range)));

    assertThatThrownBy(() -> store.open(new StoreKey("k"), ByteRange.of(0, 2)))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": k: cannot be read: the answer is not to be trusted: "
                + reason
                + "; report it to whoever runs the server, or read a copy");
  }

  @Test
  void aCompressedAnswerIsRefused() {
    set("k", "value");
    server.always(new Fault.Headers(Map.of("Content-Encoding", "gzip")));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": k: cannot be read: the server sent it compressed (gzip), though it was asked"
                + " for the bytes as they are; have it serve them without Content-Encoding");
    assertThat(server.requests().get(0).header("Accept-encoding")).contains("identity");
  }

  @Test
  void anAnswerThatIsPackedForTheWayIsRefused() {
    set("k", "value");
    server.always(new Fault.Headers(Map.of("Transfer-Encoding", "gzip")));

    assertThatThrownBy(() -> read("k"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": k: cannot be read: the server sent it packed for the way (gzip), though nobody"
                + " asked for that; have it send chunks without compression");
  }

  @Test
  void oneTryIsEnoughForWhoWantsNoMore() {
    set("k", "value");
    use(QUICK.withRetries(HttpRetries.none()));
    server.at(1, new Fault.Status(500, Map.of()));

    assertThatThrownBy(() -> read("k"))
        .hasMessage(server.url() + ": k: cannot be read: the server answered 500");
    assertThat(read("k")).isEqualTo("value");
  }

  @Test
  void aRedirectIsFollowed() {
    set("moved/k", "value");
    server.at(1, new Fault.Status(301, Map.of("Location", "/moved/k")));
    server.at(2, new Fault.Status(307, Map.of("Location", server.url("moved/k"))));

    try (StoredValue value = store.open(new StoreKey("k"), ByteRange.of(1, 2)).orElseThrow()) {
      assertThat(text(value, 1, 2)).isEqualTo("al");
    }
    assertThat(server.requests())
        .hasToString("[/k bytes=1-2, /moved/k bytes=1-2, /moved/k bytes=1-2]");
  }

  @Test
  void aUserIsNotToldToTheServerThatARedirectLeadsTo() {
    try (TestServer other = TestServer.over(values);
        HttpStore known = new HttpStore("http://user:secret@" + server.authority(), QUICK)) {
      set("k", "value");
      server.always(new Fault.Status(302, Map.of("Location", other.url("k"))));

      assertThat(known.contains(new StoreKey("k"))).isTrue();

      assertThat(server.requests().get(0).header("Authorization")).isPresent();
      assertThat(other.requests().get(0).header("Authorization")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/k|it leads on more than 5 times",
        "ftp://127.0.0.1/k|it leads from http to ftp",
        "file:///etc/passwd|it leads from http to file",
        "http://a b/|what it names is no URL",
        "http:///k|what it names is no URL of a server",
        "http://127.0.0.1:65536/k|what it names is no URL of a server",
        "http://user:secret@127.0.0.1/|what it names is no URL of a server",
      })
  void notEveryRedirectIsFollowed(String target, String reason) {
    server.always(new Fault.Status(302, Map.of("Location", target)));

    assertThatThrownBy(() -> store.contains(new StoreKey("k")))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            server.url()
                + ": the redirect that answers /k is not followed: "
                + reason
                + "; open the URL at which the store is");
  }
}
