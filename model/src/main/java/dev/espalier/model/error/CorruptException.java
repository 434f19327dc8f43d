package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/** Bytes contradict themselves; the message names store, key and, where known, offset. */
public final class CorruptException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public CorruptException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public CorruptException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
