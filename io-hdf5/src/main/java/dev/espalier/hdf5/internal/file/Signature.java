package dev.espalier.hdf5.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.OptionalLong;

/** The eight bytes that an HDF5 file has at 0, 512, 1024, 2048, ... */
public final class Signature {
  private static final byte[] BYTES = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final long FIRST_AFTER_USER_BLOCK = 512;

  private Signature() {}

  /** Where the signature is, if the file has one. */
  public static OptionalLong find(FileChannel file) throws IOException {
    long size = file.size();
    for (long at = 0; at < size; at = at == 0 ? FIRST_AFTER_USER_BLOCK : 2 * at) {
      ByteBuffer found = ByteBuffer.allocate(BYTES.length);
      while (found.hasRemaining() && file.read(found, at + found.position()) > 0) {
        // A short read goes on where it stopped.
      }
      if (Arrays.equals(found.array(), BYTES)) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }
}
