package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.schema.value.ValueSchema;

/** What the two codecs that use Blosc have in common. */
final class BloscNames {
  /** The names that documents may use. */
  static final ValueSchema COMPRESSORS =
      Parameter.text("blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd");

  private BloscNames() {}

  static BytesToBytesCodec codec(
      CodecConfiguration configuration, Shuffle shuffle, BloscForm form) {
    long typeSize =
        configuration.has("typesize")
            ? configuration.integer("typesize")
            : configuration.elementSize();
    long blockSize = configuration.integer("blocksize");
    return new BloscCodec(
        Compressor.named(configuration.text("cname")),
        (int) configuration.integer("clevel"),
        shuffle,
        (int) Math.min(typeSize, Integer.MAX_VALUE),
        (int) Math.min(blockSize, Integer.MAX_VALUE),
        form);
  }
}
