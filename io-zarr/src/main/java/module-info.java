/** The Zarr formats, v3 and v2: metadata, codecs, reading and writing. */
module dev.espalier.zarr {
  requires transitive dev.espalier.io;
  requires transitive dev.espalier.model;
  requires dev.espalier.json;
  requires blosc.java;
  requires com.github.luben.zstd_jni;
  requires org.apache.commons.compress;
  requires org.lz4.java;
  requires org.tukaani.xz;
  requires org.xerial.snappy;

  exports dev.espalier.zarr;
  exports dev.espalier.zarr.codec;
  exports dev.espalier.zarr.metadata;
  exports dev.espalier.zarr.v2;

  uses dev.espalier.io.codec.BytesToBytesCodecFactory;
  uses dev.espalier.zarr.codec.CodecFactory;

  provides dev.espalier.io.codec.BytesToBytesCodecFactory with
      dev.espalier.zarr.internal.checksum.Adler32Factory,
      dev.espalier.zarr.internal.checksum.Crc32Factory,
      dev.espalier.zarr.internal.checksum.Crc32cFactory,
      dev.espalier.zarr.internal.checksum.Fletcher32Factory,
      dev.espalier.zarr.internal.checksum.Lookup3Factory,
      dev.espalier.zarr.internal.checksum.NumcodecsCrc32cFactory,
      dev.espalier.zarr.internal.compress.blosc.BloscFactory,
      dev.espalier.zarr.internal.compress.Bz2Factory,
      dev.espalier.zarr.internal.compress.GzipFactory,
      dev.espalier.zarr.internal.compress.Lz4Factory,
      dev.espalier.zarr.internal.compress.LzmaFactory,
      dev.espalier.zarr.internal.compress.blosc.NumcodecsBloscFactory,
      dev.espalier.zarr.internal.compress.NumcodecsGzipFactory,
      dev.espalier.zarr.internal.compress.NumcodecsZlibFactory,
      dev.espalier.zarr.internal.compress.NumcodecsZstdFactory,
      dev.espalier.zarr.internal.compress.ShuffleFactory,
      dev.espalier.zarr.internal.compress.ZstdFactory;
  provides dev.espalier.model.spi.Backend with
      dev.espalier.zarr.Zarr2Backend,
      dev.espalier.zarr.ZarrBackend;
  provides dev.espalier.zarr.codec.CodecFactory with
      dev.espalier.zarr.internal.element.BitRoundFactory,
      dev.espalier.zarr.internal.element.CastValueFactory,
      dev.espalier.zarr.internal.element.PackBitsFactory,
      dev.espalier.zarr.internal.element.ReshapeFactory,
      dev.espalier.zarr.internal.element.ScaleOffsetFactory,
      dev.espalier.zarr.internal.element.SqueezeFactory,
      dev.espalier.zarr.internal.legacy.JsonTextsFactory,
      dev.espalier.zarr.internal.legacy.MixedBytesFactory,
      dev.espalier.zarr.internal.numcodecs.AsTypeFactory,
      dev.espalier.zarr.internal.numcodecs.BitRoundFilterFactory,
      dev.espalier.zarr.internal.numcodecs.DeltaFactory,
      dev.espalier.zarr.internal.numcodecs.FixedScaleOffsetFactory,
      dev.espalier.zarr.internal.numcodecs.PackBitsFilterFactory,
      dev.espalier.zarr.internal.numcodecs.QuantizeFactory;
}
