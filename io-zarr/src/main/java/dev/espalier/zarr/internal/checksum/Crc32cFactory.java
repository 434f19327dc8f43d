package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;

/** Makes codecs {@code crc32c}, which have no parameters. */
public final class Crc32cFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of("crc32c", "The bytes, followed by their CRC-32C.");
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new Crc32cCodec();
  }
}
