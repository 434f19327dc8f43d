package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/** What was asked for contradicts itself or the data it is asked of. */
public final class RequestException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public RequestException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public RequestException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
