package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for is legal, and Espalier does not implement it; the message names the feature.
 */
public final class UnsupportedException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public UnsupportedException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public UnsupportedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
