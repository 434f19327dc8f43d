package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The codec {@code crc32c}: the bytes, followed by their CRC-32C in four bytes, least significant
 * first. It is verified whenever something is read.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/crc32c/index.html">Zarr v3,
 *     CRC32C checksum codec</a>
 */
final class Crc32cCodec implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return decodedSize + Integer.BYTES;
  }

  @Override
  public boolean isFixedSize() {
    return true;
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new Coder();
  }

  private static final class Coder implements BytesToBytesCoder {
    private final CRC32C crc = new CRC32C();

    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int checksum = checksum(decoded.duplicate());
      encoded.put(decoded);
      encoded.putIntLittleEndian(checksum);
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      int size = encoded.remaining() - Integer.BYTES;
      if (size < 0) {
        throw new CorruptException(
            "expected at least 4 bytes for the checksum, found " + encoded.remaining());
      }
      ByteBuffer payload = encoded.slice(encoded.position(), size);
      int stored =
          encoded
              .slice(encoded.position() + size, Integer.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .getInt();
      int computed = checksum(payload.duplicate());
      if (stored != computed) {
        throw new CorruptException(
            String.format(
                "expected checksum 0x%08x as stored, found 0x%08x over %d bytes",
                stored, computed, size));
      }
      decoded.put(payload);
    }

    private int checksum(ByteBuffer bytes) {
      crc.reset();
      crc.update(bytes);
      return (int) crc.getValue();
    }
  }
}
