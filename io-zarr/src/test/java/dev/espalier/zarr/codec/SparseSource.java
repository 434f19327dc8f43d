package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import java.nio.ByteBuffer;

/**
 * As many zeros as are asked for, none of which exist.
 *
 * @param size how many
 */
record SparseSource(long size) implements ByteSource {
  @Override
  public void read(long offset, ByteBuffer into) {
    into.put(new byte[into.remaining()]);
  }
}
