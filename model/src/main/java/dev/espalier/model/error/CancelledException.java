package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/** The work was stopped before it was done, by whoever asked for it. */
public final class CancelledException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public CancelledException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public CancelledException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
