package dev.espalier.zarr.internal.compress.blosc;

/**
 * How content is cut into blocks that are compressed on their own; the last may be shorter.
 *
 * @param content bytes of all
 * @param size bytes of a block
 */
record BlockLayout(int content, int size) {
  /** Large enough for a compressor, small enough for the caches of a processor. */
  private static final int USUAL = 1 << 19;

  /** The blocks that a codec makes. */
  static BlockLayout of(int content, BloscCodec codec) {
    // Blocks of whole groups of eight elements, so that bits can be sorted as well.
    int group = Byte.SIZE * codec.typeSize();
    int wanted = codec.blockSize() > 0 ? codec.blockSize() : USUAL;
    int size = Math.min(content, Math.max(group, wanted / group * group));
    return new BlockLayout(content, size);
  }

  /** How many blocks there are. */
  int count() {
    return (int) (((long) content + size - 1) / size);
  }

  /** Bytes of one of them. */
  int length(int block) {
    return (int) Math.min(size, content - (long) block * size);
  }
}
