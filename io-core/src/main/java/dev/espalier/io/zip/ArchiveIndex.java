package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CorruptException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What an archive holds, in columns ordered by the bytes of the names: an entry costs some 50 bytes
 * and its name.
 *
 * <p>Who appends to an archive leaves the values that it replaces where they are. Of several
 * entries with one name the last one counts, in the file and in the directory; where these differ,
 * nobody can tell which one is meant.
 */
final class ArchiveIndex {
  /**
   * One entry, as the central directory has it.
   *
   * @param offset where its header begins, in bytes from the beginning of the file
   * @param end where at the latest its bytes end
   * @param compressed how many bytes it has in the archive
   * @param size how many bytes it has
   * @param crc the checksum of its bytes
   * @param method how it is compressed
   * @param flags what is peculiar about it
   */
  record Entry(long offset, long end, long compressed, long size, int crc, int method, int flags) {}

  private final EntryTable entries;
  private final int[] byName;
  private final long[] offsets;
  private final long end;

  private ArchiveIndex(EntryTable entries, int[] byName, long[] offsets, long end) {
    this.entries = entries;
    this.byName = byName;
    this.offsets = offsets;
    this.end = end;
  }

  /**
   * The index of all entries.
   *
   * @param archive what messages call it
   * @param end where the central directory begins
   * @throws CorruptException if entries overlap, or if it is unclear which one of a name counts
   */
  static ArchiveIndex of(EntryTable entries, String archive, long end) {
    int[] byOffset =
        IntOrder.of(entries.count(), (i, j) -> Long.compare(entries.offset(i), entries.offset(j)));
    long[] offsets = new long[byOffset.length];
    for (int i = 0; i < byOffset.length; i++) {
      offsets[i] = entries.offset(byOffset[i]);
      long next = i + 1 < byOffset.length ? entries.offset(byOffset[i + 1]) : end;
      if (entries.leastBytes(byOffset[i]) > next - offsets[i]) {
        throw new CorruptException(
            archive
                + ": the entry \""
                + StoreKey.shown(entries.name(byOffset[i]))
                + "\" at byte "
                + offsets[i]
                + " reaches into what follows at byte "
                + next
                + "; fetch the archive again");
      }
    }
    return new ArchiveIndex(entries, lastOfEachName(entries, archive), offsets, end);
  }

  private static int[] lastOfEachName(EntryTable entries, String archive) {
    int[] byName = IntOrder.of(entries.count(), entries::compareNames);
    int kept = 0;
    for (int i = 0; i < byName.length; i++) {
      if (kept > 0 && entries.compareNames(byName[kept - 1], byName[i]) == 0) {
        if (entries.offset(byName[kept - 1]) > entries.offset(byName[i])) {
          throw new CorruptException(
              archive
                  + ": two entries are named \""
                  + StoreKey.shown(entries.name(byName[i]))
                  + "\", and the one that comes last in the directory is not the last one in the"
                  + " file, so that nobody can tell which one counts; pack the archive anew");
        }
        byName[kept - 1] = byName[i];
      } else {
        byName[kept++] = byName[i];
      }
    }
    return Arrays.copyOf(byName, kept);
  }

  /** How many names there are. */
  int count() {
    return byName.length;
  }

  /** The name in that place of their order. */
  String name(int place) {
    return entries.name(byName[place]);
  }

  /** The entry in that place of the order of names. */
  Entry entry(int place) {
    int i = byName[place];
    int next = Arrays.binarySearch(offsets, entries.offset(i)) + 1;
    return entries.entry(i, next < offsets.length ? offsets[next] : end);
  }

  /** The place of a name. */
  OptionalInt find(String name) {
    byte[] bytes = name.getBytes(UTF_8);
    int place = firstFrom(bytes);
    return place < byName.length && entries.isNamed(byName[place], bytes)
        ? OptionalInt.of(place)
        : OptionalInt.empty();
  }

  /** The first place whose name does not come before some bytes. */
  int firstFrom(byte[] bytes) {
    int low = 0;
    int high = byName.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.compareName(byName[middle], bytes) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
