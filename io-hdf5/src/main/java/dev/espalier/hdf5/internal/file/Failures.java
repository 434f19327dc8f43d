package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.nio.BufferUnderflowException;

/** Turns whatever reading throws into the errors of the model, with the place where it happened. */
public final class Failures {
  private Failures() {}

  /**
   * The error of the model that fits a failure.
   *
   * @param where the file, and the path of the object in it
   */
  public static EspalierException at(String where, RuntimeException failure) {
    String message = where + ": " + reason(failure);
    if (failure instanceof UnsupportedException || failure instanceof UnsupportedHdfException) {
      return new UnsupportedException(message, failure);
    }
    if (failure instanceof StorageException storage) {
      return new StorageException(storage.access(), message, failure);
    }
    if (failure instanceof MissingException) {
      return new MissingException(message, failure);
    }
    if (failure instanceof CancelledException) {
      return new CancelledException(message, failure);
    }
    // Anything else that a parser throws comes from bytes that are not what they should be.
    return new CorruptException(message, failure);
  }

  /** What went wrong, without the place. */
  public static String reason(RuntimeException failure) {
    if (failure instanceof EspalierException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof ArithmeticException) {
      return "damaged: sizes that cannot be (" + failure.getMessage() + ")";
    }
    if (failure instanceof BufferUnderflowException) {
      return "a structure ends before all of its fields; the file is damaged";
    }
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String text = innermost.getMessage();
    return "damaged: " + (text == null ? innermost.getClass().getSimpleName() : text);
  }
}
