package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Fletcher32;

/** Makes codecs {@code numcodecs.fletcher32}, which have no parameters. */
public final class Fletcher32Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.fletcher32",
        "The bytes, followed by their Fletcher checksum as HDF5 computes it.");
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ChecksumCodec(Fletcher32::new, false);
  }
}
