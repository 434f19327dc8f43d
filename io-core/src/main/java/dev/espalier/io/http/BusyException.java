package dev.espalier.io.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server that says that it cannot answer now. */
final class BusyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> comeBackAfter;

  BusyException(String message, Optional<Duration> comeBackAfter) {
    super(message);
    this.comeBackAfter = comeBackAfter;
  }

  /** When it asks to be asked again, if it says so. */
  Optional<Duration> comeBackAfter() {
    return comeBackAfter;
  }
}
