package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import java.util.zip.CRC32C;

/** Makes codecs {@code numcodecs.crc32c}. */
public final class NumcodecsCrc32cFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.crc32c", "The bytes and their CRC-32C.", ChecksumLocation.usuallyLast());
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ChecksumCodec(CRC32C::new, ChecksumLocation.isFirst(configuration));
  }
}
