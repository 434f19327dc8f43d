package dev.espalier.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An HDF5 file of 256 MiB with one contiguous dataset {@code /volume}: a head that h5py wrote, and
 * elements that are written here.
 */
final class LargeVolume {
  /** The shape of the dataset: z, y, x. */
  static final int[] SHAPE = {64, 1024, 2048};

  private LargeVolume() {}

  static void write(Path file) throws IOException {
    try (InputStream head = LargeVolume.class.getResourceAsStream("volume.h5.head");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      if (head == null) {
        throw new IOException("volume.h5.head is not among the resources");
      }
      head.transferTo(out);
      ByteBuffer row = ByteBuffer.allocate(2 * SHAPE[2]).order(ByteOrder.LITTLE_ENDIAN);
      for (int z = 0; z < SHAPE[0]; z++) {
        for (int y = 0; y < SHAPE[1]; y++) {
          row.clear();
          for (int x = 0; x < SHAPE[2]; x++) {
            row.putShort(element(z, y, x));
          }
          out.write(row.array());
        }
      }
    }
  }

  /** Slopes with some noise in the low bits: no two planes alike, and not too hard to compress. */
  static short element(int z, int y, int x) {
    int noise = ((x * 31 + y * 17 + z * 7) * 0x9e3779b1) >>> 29;
    return (short) (z * 600 + y + (x >> 1) + noise);
  }
}
