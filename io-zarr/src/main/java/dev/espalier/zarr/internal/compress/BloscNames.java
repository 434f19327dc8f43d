package dev.espalier.zarr.internal.compress;

import com.scalableminds.bloscjava.Blosc;
import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.schema.value.ValueSchema;

/** What the two codecs that use Blosc have in common. */
final class BloscNames {
  private static final String SNAPPY = "snappy";

  /** The names that documents may use. */
  static final ValueSchema COMPRESSORS =
      Parameter.text("blosclz", "lz4", "lz4hc", SNAPPY, "zlib", "zstd");

  private BloscNames() {}

  static BytesToBytesCodec codec(
      CodecConfiguration configuration, Blosc.Shuffle shuffle, BloscForm form) {
    String name = configuration.text("cname");
    if (name.equals(SNAPPY)) {
      throw new UnsupportedException(
          "codec \""
              + configuration.codec()
              + "\": the compressor snappy is not in the library that is used; take another");
    }
    long typeSize =
        configuration.has("typesize")
            ? configuration.integer("typesize")
            : configuration.elementSize();
    long blockSize = configuration.integer("blocksize");
    return new BloscCodec(
        compressor(name),
        (int) configuration.integer("clevel"),
        shuffle,
        (int) Math.min(typeSize, Integer.MAX_VALUE),
        (int) Math.min(blockSize, Integer.MAX_VALUE),
        form);
  }

  private static Blosc.Compressor compressor(String name) {
    return switch (name) {
      case "blosclz" -> Blosc.Compressor.BLOSCLZ;
      case "lz4" -> Blosc.Compressor.LZ4;
      case "lz4hc" -> Blosc.Compressor.LZ4HC;
      case "zlib" -> Blosc.Compressor.ZLIB;
      default -> Blosc.Compressor.ZSTD;
    };
  }
}
