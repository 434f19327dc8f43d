package dev.espalier.hdf5.internal.type;

import dev.espalier.hdf5.internal.type.StoredType.WholeNumber;

/** The bits of a whole number of up to 8 bytes that count, extended to all of its bytes. */
record IntegerBits(int size, boolean bigEndian, boolean signed, int precision, int bitOffset) {

  static IntegerBits of(WholeNumber type) {
    return new IntegerBits(
        type.size(), type.bigEndian(), type.signed(), type.precision(), type.bitOffset());
  }

  /** The number that is stored at an offset. */
  long value(byte[] stored, int at) {
    long raw = 0;
    for (int i = 0; i < size; i++) {
      int from = bigEndian ? at + i : at + size - 1 - i;
      raw = (raw << 8) | (stored[from] & 0xffL);
    }
    long high = raw << (64 - bitOffset - precision);
    return signed ? high >> (64 - precision) : high >>> (64 - precision);
  }

  /** Replaces each stored number by its little-endian bytes. */
  void normalize(byte[] elements, int length) {
    for (int at = 0; at < length; at += size) {
      long value = value(elements, at);
      for (int i = 0; i < size; i++) {
        elements[at + i] = (byte) (value >> (8 * i));
      }
    }
  }
}
