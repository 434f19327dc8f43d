package dev.espalier.io.internal.file;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Turns what the file system throws into failures that say where, what, and what to do. */
public final class FileFailures {
  private FileFailures() {}

  /** What is thrown where something of a store cannot be read. */
  public static EspalierException reading(String store, String what, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new CancelledException(store + ": reading " + what + " was interrupted", cause);
    }
    return new StorageException(
        Access.READ, store + ": cannot read " + what + ": " + reason(cause), cause);
  }

  /** What is thrown where something of a store cannot be written. */
  public static EspalierException writing(String store, String what, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new CancelledException(store + ": writing " + what + " was interrupted", cause);
    }
    return new StorageException(
        Access.WRITE, store + ": cannot write " + what + ": " + reason(cause), cause);
  }

  /** The name is legal, and the runtime cannot spell it in this system's file names. */
  public static StorageException unspellable(
      Access access, String store, String what, InvalidPathException cause) {
    return new StorageException(
        access,
        store
            + ": the file system cannot name "
            + StoreKey.shown(what)
            + " ("
            + cause.getReason()
            + "); file names are encoded in "
            + System.getProperty("sun.jnu.encoding")
            + " here, a locale such as LC_ALL=C.UTF-8 allows all of Unicode",
        cause);
  }

  /** Whether more files are open than the system allows. */
  public static boolean isForWantOfHandles(IOException cause) {
    return messageOf(cause).toLowerCase(Locale.ROOT).contains("too many open files");
  }

  private static String reason(IOException cause) {
    String text = messageOf(cause);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")) {
      return "no space is left on the disk; free some, or write to another one";
    }
    if (lower.contains("quota exceeded")) {
      return "the disk quota is used up; free some space, or write to another disk";
    }
    if (lower.contains("read-only file system")) {
      return "the file system is read-only; write to another one";
    }
    if (lower.contains("file name too long")) {
      return "the file system does not take names that long; use shorter node names";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; check who owns it and its access rights";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there or cannot be created";
    }
    return text;
  }

  private static String messageOf(IOException cause) {
    Optional<String> reason =
        cause instanceof FileSystemException failure
            ? Optional.ofNullable(failure.getReason())
            : Optional.ofNullable(cause.getMessage());
    return reason.orElseGet(() -> cause.getClass().getSimpleName());
  }
}
