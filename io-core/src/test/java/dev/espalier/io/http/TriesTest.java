package dev.espalier.io.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.StorageException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said where nothing is tried again. */
class TriesTest {
  static Arguments[] failures() {
    return new Arguments[] {
      Arguments.of(new IOException("no bytes"), "no bytes"),
      Arguments.of(new IOException(), "IOException"),
      Arguments.of(new IOException(" "), "IOException"),
      Arguments.of(new ClosedChannelException(), "ClosedChannelException"),
      Arguments.of(
          new IOException("the answer broke off", new ClosedChannelException()),
          "the answer broke off (ClosedChannelException)"),
      Arguments.of(
          new IOException("the answer broke off", new IOException("reset")),
          "the answer broke off (reset)"),
      Arguments.of(new IOException(null, new IOException("reset")), "IOException (reset)"),
      Arguments.of(
          new IOException(new CertificateException()),
          "the server does not prove that it is who it claims to be (CertificateException)"),
      Arguments.of(new HttpTimeoutException("late"), "the server did not answer in time"),
    };
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureWithoutWordsIsCalledByItsName(IOException failure, String reason) {
    Tries tries = new Tries("http://a: k", HttpRetries.none());

    assertThatThrownBy(() -> tries.failed(failure))
        .isInstanceOf(StorageException.class)
        .hasMessage("http://a: k: cannot be read: " + reason)
        .hasCause(failure);
  }
}
