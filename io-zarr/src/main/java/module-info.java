/** The Zarr v3 format: metadata, codecs, reading and writing. */
module dev.espalier.zarr {
  requires transitive dev.espalier.io;
  requires transitive dev.espalier.model;
  requires dev.espalier.json;
  requires com.github.luben.zstd_jni;

  exports dev.espalier.zarr;
  exports dev.espalier.zarr.codec;
  exports dev.espalier.zarr.metadata;

  uses dev.espalier.io.codec.BytesToBytesCodecFactory;
  uses dev.espalier.zarr.codec.CodecFactory;

  provides dev.espalier.io.codec.BytesToBytesCodecFactory with
      dev.espalier.zarr.internal.checksum.Crc32cFactory,
      dev.espalier.zarr.internal.compress.GzipFactory,
      dev.espalier.zarr.internal.compress.ZstdFactory;
  provides dev.espalier.model.spi.Backend with
      dev.espalier.zarr.ZarrBackend;
}
