package dev.espalier.zarr.internal.compress;

import com.scalableminds.bloscjava.Blosc;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;

/**
 * Writes and reads chunks of Blosc. The library takes whole arrays and makes the array that it
 * gives; the one that it takes is kept.
 */
final class BloscCoder implements BytesToBytesCoder {
  private static final int ONE_THREAD = 1;

  /** What the library writes of no bytes at all: a header, and nothing behind it. */
  private static final byte[] EMPTY = {2, 1, 0x33, 1, 0, 0, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0};

  private final BloscCodec codec;
  private byte[] input = {};

  BloscCoder(BloscCodec codec) {
    this.codec = codec;
  }

  @Override
  public void encode(ByteBuffer decoded, OutputBuffer encoded) {
    if (!decoded.hasRemaining()) {
      encoded.put(ByteBuffer.wrap(EMPTY));
      return;
    }
    if (decoded.remaining() > Integer.MAX_VALUE - BloscHeader.LENGTH) {
      throw new UnsupportedException("more than 2 GiB of bytes in one piece; use smaller chunks");
    }
    byte[] source = array(decoded, decoded.remaining());
    encoded.adopt(compress(source));
  }

  @Override
  public void decode(ByteBuffer encoded, OutputBuffer decoded) {
    BloscHeader header = BloscHeader.read(encoded, decoded.room());
    if (header.contentSize() > 0) {
      byte[] content = decompress(array(encoded, header.size()));
      if (content.length != header.contentSize()) {
        throw new CorruptException(
            "expected " + header.contentSize() + " bytes of content, found " + content.length);
      }
      decoded.adopt(content);
    }
  }

  @Override
  public boolean takesDirectBuffers() {
    return true;
  }

  private byte[] compress(byte[] source) {
    try {
      return Blosc.compress(
          source,
          codec.typeSize(),
          codec.compressor(),
          codec.level(),
          codec.shuffle(),
          codec.blockSize(),
          ONE_THREAD);
    } catch (LinkageError e) {
      throw noLibrary(e);
    } catch (RuntimeException e) {
      throw new UnsupportedException(
          "compressing " + source.length + " bytes with Blosc: " + e.getMessage(), e);
    }
  }

  private static byte[] decompress(byte[] source) {
    try {
      return Blosc.decompress(source, ONE_THREAD);
    } catch (LinkageError e) {
      throw noLibrary(e);
    } catch (RuntimeException e) {
      throw new CorruptException(
          "not a chunk of Blosc, though its header is: " + e.getMessage(), e);
    }
  }

  private static UnsupportedException noLibrary(LinkageError e) {
    return new UnsupportedException(
        "Blosc needs a native library, which there is for Linux, macOS and Windows on x86-64", e);
  }

  /** The first bytes that remain, as an array of just that length. */
  private byte[] array(ByteBuffer bytes, int count) {
    if (bytes.hasArray()
        && bytes.arrayOffset() + bytes.position() == 0
        && bytes.array().length == count) {
      return bytes.array();
    }
    if (input.length != count) {
      input = new byte[count];
    }
    bytes.duplicate().get(input);
    return input;
  }
}
