package dev.espalier.hdf5.internal.type;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.type.CoreType;
import org.jspecify.annotations.Nullable;

/** Elements whose bits are those of the model, up to byte order and bits that do not count. */
public final class BitsCoding implements ElementCoding {
  private final CoreType type;
  private final int swapped;
  private final @Nullable IntegerBits padded;

  private BitsCoding(CoreType type, int swapped, @Nullable IntegerBits padded) {
    this.type = type;
    this.swapped = swapped;
    this.padded = padded;
  }

  /**
   * Elements without bits that do not count.
   *
   * @param unit how many bytes each number takes, of which an element may have two
   */
  static BitsCoding plain(CoreType type, int unit, boolean bigEndian) {
    return new BitsCoding(type, bigEndian && unit > 1 ? unit : 1, null);
  }

  static BitsCoding padded(CoreType type, IntegerBits bits) {
    return new BitsCoding(type, 1, bits);
  }

  static BitsCoding truth() {
    return new BitsCoding(CoreType.BOOL, 1, null);
  }

  @Override
  public CoreType dataType() {
    return type;
  }

  @Override
  public int storedSize() {
    return type.size();
  }

  /**
   * Turns stored elements into those of the model, in place.
   *
   * @throws CorruptException if a truth value is neither 0 nor 1
   */
  public void decode(byte[] elements, int length) {
    if (padded != null) {
      padded.normalize(elements, length);
    } else if (type == CoreType.BOOL) {
      checkTruth(elements, length);
    } else if (swapped > 1) {
      swap(elements, length);
    }
  }

  private void swap(byte[] elements, int length) {
    for (int at = 0; at < length; at += swapped) {
      for (int low = at, high = at + swapped - 1; low < high; low++, high--) {
        byte kept = elements[low];
        elements[low] = elements[high];
        elements[high] = kept;
      }
    }
  }

  private static void checkTruth(byte[] elements, int length) {
    for (int i = 0; i < length; i++) {
      if (elements[i] != 0 && elements[i] != 1) {
        throw new CorruptException("a truth value (enumeration FALSE=0, TRUE=1) of " + elements[i]);
      }
    }
  }
}
