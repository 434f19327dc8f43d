package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/**
 * The codec {@code numcodecs.bz2}: files of bzip2. One stream is written; several are read.
 *
 * @param level hundreds of kilobytes that are compressed at a time, from 1 to 9
 */
record Bz2Codec(int level) implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new Bz2Coder(level);
  }

  /** The library keeps nothing between two streams, and neither can this. */
  private record Bz2Coder(int level) implements BytesToBytesCoder {
    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      try (BZip2CompressorOutputStream out =
          new BZip2CompressorOutputStream(new StreamOutput(encoded), level)) {
        out.write(decoded.array(), decoded.arrayOffset() + decoded.position(), decoded.remaining());
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory cannot be written", e);
      }
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      try (InputStream in = new BZip2CompressorInputStream(StreamOutput.of(encoded), true)) {
        StreamOutput.drain(in, decoded);
      } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
        // The library finds some damage only when an index leaves its tables.
        throw new CorruptException("not a file of bzip2: " + e.getMessage(), e);
      }
    }
  }
}
