package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import java.util.zip.Adler32;

/** Makes codecs {@code numcodecs.adler32}. */
public final class Adler32Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.adler32", "The bytes and their Adler-32.", ChecksumLocation.usuallyFirst());
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ChecksumCodec(Adler32::new, ChecksumLocation.isFirst(configuration));
  }
}
