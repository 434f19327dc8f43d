package dev.espalier.zarr.internal.compress.blosc;

/** The compressors that a frame can name. */
enum Compressor {
  /** Blosc's own. */
  BLOSCLZ("blosclz", 0),
  /** LZ4. */
  LZ4("lz4", 1),
  /** LZ4 that takes its time; its blocks are those of LZ4. */
  LZ4HC("lz4hc", 1),
  /** Snappy. */
  SNAPPY("snappy", 2),
  /** The stream format of zlib. */
  ZLIB("zlib", 3),
  /** Zstandard. */
  ZSTD("zstd", 4);

  /** The format of the last one. */
  static final int LAST_FORMAT = 4;

  private final String word;
  private final int format;

  Compressor(String word, int format) {
    this.word = word;
    this.format = format;
  }

  /** Its name in documents. */
  String word() {
    return word;
  }

  /** The number of what it makes, in frames. */
  int format() {
    return format;
  }

  /** The compressor of that name in documents. */
  static Compressor named(String word) {
    for (Compressor compressor : values()) {
      if (compressor.word.equals(word)) {
        return compressor;
      }
    }
    throw new IllegalArgumentException("compressor " + word);
  }

  /** The compressor that reads a format. */
  static Compressor reading(int format) {
    for (Compressor compressor : values()) {
      if (compressor.format == format) {
        return compressor;
      }
    }
    throw new IllegalArgumentException("format " + format);
  }

  /**
   * What does the work for one thread.
   *
   * @param level how hard to compress, from 1 to 9
   */
  BlockCompressor blocks(int level) {
    return switch (this) {
      case BLOSCLZ -> new BloscLzBlocks(level);
      case LZ4 -> Lz4Blocks.fast();
      case LZ4HC -> Lz4Blocks.high(level);
      case SNAPPY -> new SnappyBlocks();
      case ZLIB -> new ZlibBlocks(level);
      case ZSTD -> new ZstdBlocks(level);
    };
  }
}
