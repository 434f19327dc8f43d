package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import java.util.zip.CRC32;

/** Makes codecs {@code numcodecs.crc32}. */
public final class Crc32Factory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.crc32", "The bytes and their CRC-32.", ChecksumLocation.usuallyFirst());
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ChecksumCodec(CRC32::new, ChecksumLocation.isFirst(configuration));
  }
}
