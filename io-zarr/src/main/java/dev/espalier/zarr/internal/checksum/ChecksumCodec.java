package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import java.util.zip.Checksum;

/**
 * The bytes, with a checksum of 32 bits before or after them, least significant byte first. It is
 * verified whenever something is read.
 *
 * @param checksums makes what computes it, for one thread
 * @param first whether it stands before the bytes
 */
record ChecksumCodec(Supplier<Checksum> checksums, boolean first) implements BytesToBytesCodec {
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
    return new ChecksumCoder(checksums.get(), first);
  }

  private record ChecksumCoder(Checksum checksum, boolean first) implements BytesToBytesCoder {
    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int sum = compute(decoded);
      if (first) {
        encoded.putIntLittleEndian(sum);
      }
      encoded.put(decoded);
      if (!first) {
        encoded.putIntLittleEndian(sum);
      }
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      int size = encoded.remaining() - Integer.BYTES;
      if (size < 0) {
        throw new CorruptException(
            "expected at least 4 bytes for the checksum, found " + encoded.remaining());
      }
      ByteBuffer bytes = encoded.slice().order(ByteOrder.LITTLE_ENDIAN);
      int stored = bytes.getInt(first ? 0 : size);
      ByteBuffer payload = bytes.slice(first ? Integer.BYTES : 0, size);
      int computed = compute(payload);
      if (stored != computed) {
        throw new CorruptException(
            String.format(
                "expected checksum 0x%08x as stored, found 0x%08x over %d bytes",
                stored, computed, size));
      }
      decoded.put(payload);
    }

    private int compute(ByteBuffer bytes) {
      checksum.reset();
      checksum.update(bytes.duplicate());
      return (int) checksum.getValue();
    }
  }
}
