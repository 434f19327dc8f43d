package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * The codec {@code numcodecs.lzma}: what LZMA gives, in one of three forms.
 *
 * @param form how it is wrapped
 */
record LzmaCodec(LzmaForm form) implements BytesToBytesCodec {
  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new LzmaCoder(form);
  }

  private static final class LzmaCoder implements BytesToBytesCoder {
    private final LzmaForm form;

    /** Keeps the tables and dictionaries, which are larger than most chunks. */
    private final ArrayCache cache = new BasicArrayCache();

    LzmaCoder(LzmaForm form) {
      this.form = form;
    }

    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int size = decoded.remaining();
      try (OutputStream out = form.writer(new StreamOutput(encoded), size, cache)) {
        out.write(decoded.array(), decoded.arrayOffset() + decoded.position(), size);
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory cannot be written", e);
      }
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      InputStream bytes = StreamOutput.of(encoded);
      try (InputStream in = form.reader(bytes, decoded.room(), cache)) {
        StreamOutput.drain(in, decoded);
        if (bytes.available() > 0) {
          throw new CorruptException(
              "expected nothing behind the LZMA stream, found " + bytes.available() + " bytes");
        }
      } catch (MemoryLimitException | UnsupportedOptionsException e) {
        throw new UnsupportedException("LZMA streams that need more: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new CorruptException("not the LZMA stream that it should be: " + e.getMessage(), e);
      }
    }
  }
}
