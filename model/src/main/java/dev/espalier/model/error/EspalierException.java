package dev.espalier.model.error;

import org.jspecify.annotations.Nullable;

/**
 * The common kind of all failures that Espalier reports: the message says where, what was expected,
 * what was found, and what to do.
 */
public abstract sealed class EspalierException extends RuntimeException
    permits InvalidHierarchyException,
        UnsupportedException,
        CorruptException,
        StorageException,
        MissingException,
        RequestException,
        TargetExistsException,
        CancelledException {
  private static final long serialVersionUID = 1L;

  EspalierException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
