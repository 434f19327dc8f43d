package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/** What was to be read is not there, or is nothing that a backend recognises. */
public final class MissingException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public MissingException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public MissingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
