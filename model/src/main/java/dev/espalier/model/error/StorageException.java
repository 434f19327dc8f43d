package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/**
 * A store failed to do what it was asked: the disk is full, a permission is missing, a read broke.
 */
public final class StorageException extends EspalierException {
  private static final long serialVersionUID = 1L;

  /** Which way the bytes were going. */
  public enum Access {
    /** From the store. */
    READ,
    /** To the store. */
    WRITE
  }

  private final Access access;

  /** Reports it with what led to it. */
  public StorageException(Access access, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.access = access;
  }

  /** Which way the bytes were going. */
  public Access access() {
    return access;
  }
}
