package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import java.nio.ByteBuffer;

/** A shard that is appended to what a buffer holds. */
final class AppendedShard implements ChunkCoder.Output {
  private final OutputBuffer buffer;
  private final int start;

  AppendedShard(OutputBuffer buffer) {
    this.buffer = buffer;
    this.start = buffer.size();
  }

  @Override
  public void put(ByteBuffer bytes) {
    buffer.put(bytes);
  }

  @Override
  public void overwrite(long at, ByteBuffer bytes) {
    buffer.overwrite(Math.toIntExact(start + at), bytes);
  }

  @Override
  public long size() {
    return (long) buffer.size() - start;
  }
}
