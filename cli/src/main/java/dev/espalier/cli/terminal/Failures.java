package dev.espalier.cli.terminal;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.error.UnsupportedException;

/** The one place that knows which exit code and which first word a failure has. */
public final class Failures {
  private static final String WHERE_TO_REPORT =
      "this is a fault of espalier; please report it with what --debug prints";

  private Failures() {}

  /** The exit code of a failure. */
  public static ExitCode codeOf(Throwable failure) {
    if (failure instanceof InvalidHierarchyException) {
      return ExitCode.FINDINGS;
    }
    if (failure instanceof RequestException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof TargetExistsException) {
      return ExitCode.TARGET_EXISTS;
    }
    if (failure instanceof CancelledException) {
      return ExitCode.INTERRUPTED;
    }
    if (failure instanceof StorageException storage) {
      return storage.access() == StorageException.Access.WRITE
          ? ExitCode.TARGET_NOT_WRITTEN
          : ExitCode.INPUT;
    }
    return failure instanceof EspalierException ? ExitCode.INPUT : ExitCode.INTERNAL;
  }

  /** A failure in a line or a few: first what kind it is, then where and what to do. */
  public static String describe(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "out of memory: give more to Java, as in ESPALIER_JAVA_OPTS=-Xmx4g espalier ...";
    }
    String kind = kindOf(failure);
    if (failure instanceof EspalierException) {
      return kind.isEmpty() ? message(failure) : kind + ": " + message(failure);
    }
    return kind + ": " + failure + "; " + WHERE_TO_REPORT;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private static String kindOf(Throwable failure) {
    if (failure instanceof MissingException) {
      return "not found";
    }
    if (failure instanceof CorruptException) {
      return "corrupt";
    }
    if (failure instanceof UnsupportedException) {
      return "unsupported";
    }
    if (failure instanceof InvalidHierarchyException) {
      return "invalid";
    }
    if (failure instanceof TargetExistsException) {
      return "target exists";
    }
    if (failure instanceof StorageException storage) {
      return storage.access() == StorageException.Access.WRITE ? "cannot write" : "cannot read";
    }
    return failure instanceof EspalierException ? "" : "internal error";
  }
}
