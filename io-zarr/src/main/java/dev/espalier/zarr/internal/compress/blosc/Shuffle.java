package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.zarr.internal.compress.ByteShuffle;

/** How the bytes of elements are sorted before they are compressed. */
enum Shuffle {
  /** Not at all. */
  NONE("noshuffle", 0) {
    @Override
    void sort(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      System.arraycopy(source, from, target, to, size);
    }

    @Override
    void restore(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      System.arraycopy(source, from, target, to, size);
    }
  },

  /** Bytes by their place in the element. */
  BYTES("shuffle", 1) {
    @Override
    void sort(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      int elements = size / typeSize;
      ByteShuffle.shuffle(source, from, target, to, elements, typeSize);
      copyRest(source, from, target, to, size, elements * typeSize);
    }

    @Override
    void restore(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      int elements = size / typeSize;
      ByteShuffle.unshuffle(source, from, target, to, elements, typeSize);
      copyRest(source, from, target, to, size, elements * typeSize);
    }
  },

  /** Bits by their place in the element, where elements are whole groups of eight. */
  BITS("bitshuffle", 4) {
    @Override
    void sort(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      int elements = sortable(size, typeSize);
      bits.shuffle(source, from, target, to, elements, typeSize);
      copyRest(source, from, target, to, size, elements * typeSize);
    }

    @Override
    void restore(
        byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits) {
      int elements = sortable(size, typeSize);
      bits.unshuffle(source, from, target, to, elements, typeSize);
      copyRest(source, from, target, to, size, elements * typeSize);
    }

    private int sortable(int size, int typeSize) {
      int elements = size / typeSize;
      return elements % Byte.SIZE == 0 ? elements : 0;
    }
  };

  private final String word;
  private final int flag;

  Shuffle(String word, int flag) {
    this.word = word;
    this.flag = flag;
  }

  /** Its name in documents of Zarr. */
  String word() {
    return word;
  }

  /** Its bit in the flags of a frame. */
  int flag() {
    return flag;
  }

  /** The one whose name in documents that is. */
  static Shuffle named(String word) {
    for (Shuffle shuffle : values()) {
      if (shuffle.word.equals(word)) {
        return shuffle;
      }
    }
    throw new IllegalArgumentException("shuffle " + word);
  }

  /** The one that the flags of a frame tell. */
  static Shuffle in(int flags) {
    if ((flags & BYTES.flag) != 0) {
      return BYTES;
    }
    return (flags & BITS.flag) != 0 ? BITS : NONE;
  }

  /**
   * Sorts a block.
   *
   * @param size bytes of the block; those that make no whole element stay where they are
   * @param bits what sorts bits, where that is asked for
   */
  abstract void sort(
      byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits);

  /** Sorts a block back. */
  abstract void restore(
      byte[] source, int from, byte[] target, int to, int size, int typeSize, BitShuffle bits);

  private static void copyRest(byte[] source, int from, byte[] target, int to, int size, int done) {
    System.arraycopy(source, from + done, target, to + done, size - done);
  }
}
