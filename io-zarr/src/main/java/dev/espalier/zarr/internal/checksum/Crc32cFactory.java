package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import java.util.zip.CRC32C;

/**
 * Makes codecs {@code crc32c}, which have no parameters.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/crc32c/index.html">Zarr v3,
 *     CRC32C checksum codec</a>
 */
public final class Crc32cFactory implements BytesToBytesCodecFactory {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of("crc32c", "The bytes, followed by their CRC-32C.");
  }

  @Override
  public BytesToBytesCodec create(CodecConfiguration configuration) {
    return new ChecksumCodec(CRC32C::new, false);
  }
}
