package dev.espalier.zarr.internal.compress;

import dev.espalier.model.error.CorruptException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** How LZMA data is wrapped. */
interface LzmaForm {
  /** A stream that compresses so many bytes. */
  OutputStream writer(OutputStream out, int size, ArrayCache cache) throws IOException;

  /**
   * A stream that gives back what was compressed.
   *
   * @param room how many bytes are expected at most
   */
  InputStream reader(InputStream in, long room, ArrayCache cache) throws IOException;

  /** A file of xz. Several in a row are read as well. */
  record Xz(int check, LzmaPreset preset) implements LzmaForm {
    /** Enough for the largest dictionary of any preset, in KiB; each worker has one. */
    private static final int MOST_MEMORY = 100_000;

    private static final int PARTS_OF_MEMORY = 4;
    private static final int KIB = 1 << 10;

    @Override
    public OutputStream writer(OutputStream out, int size, ArrayCache cache) throws IOException {
      return new XZOutputStream(out, preset.options(size), check, cache);
    }

    @Override
    public InputStream reader(InputStream in, long room, ArrayCache cache) throws IOException {
      long memory = Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY / KIB;
      return new XZInputStream(in, (int) Math.min(MOST_MEMORY, memory), true, cache);
    }
  }

  /** A file of the older form {@code .lzma}, which has no checksum. */
  record Alone(LzmaPreset preset) implements LzmaForm {
    @Override
    public OutputStream writer(OutputStream out, int size, ArrayCache cache) throws IOException {
      return new LZMAOutputStream(out, preset.options(size), -1, cache);
    }

    /** The header is read here, so that it cannot ask for a dictionary beyond what is expected. */
    @Override
    public InputStream reader(InputStream in, long room, ArrayCache cache) throws IOException {
      DataInputStream header = new DataInputStream(in);
      byte properties = header.readByte();
      long dictionary = Integer.toUnsignedLong(Integer.reverseBytes(header.readInt()));
      long size = Long.reverseBytes(header.readLong());
      if (size < -1 || size > room) {
        throw new CorruptException(
            "expected at most "
                + room
                + " bytes of content, found "
                + Long.toUnsignedString(size)
                + " as stored");
      }
      return new LZMAInputStream(
          in, size, properties, LzmaPreset.dictionary(dictionary, room), null, cache);
    }
  }

  /** What the filters give and nothing around it. */
  record Raw(List<LzmaFilter> filters) implements LzmaForm {
    @Override
    public OutputStream writer(OutputStream out, int size, ArrayCache cache) throws IOException {
      FinishableOutputStream chain = new FinishableWrapperOutputStream(out);
      for (int i = filters.size() - 1; i >= 0; i--) {
        chain = filters.get(i).writer(chain, size, cache);
      }
      return chain;
    }

    @Override
    public InputStream reader(InputStream in, long room, ArrayCache cache) throws IOException {
      InputStream chain = in;
      for (int i = filters.size() - 1; i >= 0; i--) {
        chain = filters.get(i).reader(chain, room, cache);
      }
      return chain;
    }
  }
}
