package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Bytes in memory that note which of them are read. */
final class CountingByteSource implements ByteSource {
  private final ByteSource bytes;
  private final List<Range> ranges = new ArrayList<>();

  record Range(long offset, long length) {}

  CountingByteSource(byte[] bytes) {
    this.bytes = ByteSource.of(bytes);
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    ranges.add(new Range(offset, into.remaining()));
    bytes.read(offset, into);
  }

  List<Range> ranges() {
    return ranges;
  }

  long[] lengths() {
    return ranges.stream().mapToLong(Range::length).toArray();
  }
}
