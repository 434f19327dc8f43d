package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/** Something stands where a hierarchy was to be created. */
public final class TargetExistsException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Reports it. */
  public TargetExistsException(String message) {
    this(message, null);
  }

  /** Reports it with what led to it. */
  public TargetExistsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
