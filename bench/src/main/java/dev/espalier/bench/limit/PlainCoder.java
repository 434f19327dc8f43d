package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ChunkRows;
import java.nio.ByteBuffer;

/** Chunks as they are: only rows are copied. */
final class PlainCoder implements Coder {
  private final ChunkRows rows;
  private final ByteBuffer chunk;

  PlainCoder(ArrayCase array) {
    this.rows = new ChunkRows(array);
    this.chunk = ByteBuffer.allocateDirect(array.chunkBytes());
  }

  @Override
  public ByteBuffer encode(byte[] array, long[] start) {
    rows.gather(array, start, chunk);
    return chunk.clear();
  }

  @Override
  public ByteBuffer input() {
    return chunk.clear();
  }

  @Override
  public void decode(byte[] array, long[] start) {
    rows.scatter(chunk, array, start);
  }

  @Override
  public void decodeChunk(byte[] into) {
    chunk.get(0, into);
  }

  @Override
  public void close() {}
}
