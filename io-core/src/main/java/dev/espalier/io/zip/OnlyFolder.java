package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The folder that holds all of an archive and is the only one that does so.
 *
 * <p>As names are in order, all of them begin with what the first and the last one have in common:
 * two names are compared, however deep the folder is.
 */
final class OnlyFolder {
  /** What some systems put beside a folder that they pack; it does not count. */
  private static final String RESOURCE_FORKS = "__MACOSX";

  private static final String IN_RESOURCE_FORKS = RESOURCE_FORKS + "/";
  private static final String AFTER_RESOURCE_FORKS = RESOURCE_FORKS + (char) ('/' + 1);

  private OnlyFolder() {}

  /** The innermost one, with a slash at its end; empty if it is the archive itself. */
  static String of(ArchiveIndex index) {
    int first = first(index);
    int last = last(index);
    return first > last ? "" : commonFolder(index.name(first), index.name(last));
  }

  private static int first(ArchiveIndex index) {
    int place = 0;
    while (place < index.count() && isResourceFork(index.name(place))) {
      place =
          index.name(place).equals(RESOURCE_FORKS) ? place + 1 : place(index, AFTER_RESOURCE_FORKS);
    }
    return place;
  }

  private static int last(ArchiveIndex index) {
    int place = index.count() - 1;
    while (place >= 0 && isResourceFork(index.name(place))) {
      place =
          index.name(place).equals(RESOURCE_FORKS)
              ? place - 1
              : place(index, IN_RESOURCE_FORKS) - 1;
    }
    return place;
  }

  private static boolean isResourceFork(String name) {
    return name.equals(RESOURCE_FORKS) || name.startsWith(IN_RESOURCE_FORKS);
  }

  private static int place(ArchiveIndex index, String name) {
    return index.firstFrom(name.getBytes(UTF_8));
  }

  private static String commonFolder(String first, String last) {
    int end = 0;
    for (int i = 0; i < Math.min(first.length(), last.length()); i++) {
      if (first.charAt(i) != last.charAt(i)) {
        break;
      }
      if (first.charAt(i) == '/') {
        end = i + 1;
      }
    }
    return first.substring(0, end);
  }
}
