package dev.espalier.zarr.codec;

import java.nio.ByteBuffer;

/** Where the bytes of a shard go, one inner chunk after the other. */
public interface ShardOutput {
  /** Appends all that remains of a buffer, which is not kept. */
  void put(ByteBuffer bytes);

  /** Sets bytes that were appended before, counted from the first of the shard. */
  void overwrite(long at, ByteBuffer bytes);

  /** How many bytes of the shard were appended. */
  long size();
}
