package dev.espalier.bench.limit;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ChunkRows;
import java.nio.ByteBuffer;

/** One zstd frame for a chunk, between buffers outside the heap, which nothing has to be copied. */
final class ZstdCoder implements Coder {
  private final ChunkRows rows;
  private final ByteBuffer plain;
  private final ByteBuffer frame;
  private final ZstdCompressCtx compressor = new ZstdCompressCtx();
  private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

  ZstdCoder(ArrayCase array, int level) {
    this.rows = new ChunkRows(array);
    this.plain = ByteBuffer.allocateDirect(array.chunkBytes());
    this.frame = ByteBuffer.allocateDirect((int) Zstd.compressBound(array.chunkBytes()));
    compressor.setLevel(level);
  }

  @Override
  public ByteBuffer encode(byte[] array, long[] start) {
    rows.gather(array, start, plain);
    frame.clear();
    int size =
        compressor.compressDirectByteBuffer(frame, 0, frame.capacity(), plain, 0, plain.capacity());
    return frame.limit(size).position(0);
  }

  @Override
  public ByteBuffer input() {
    return frame.clear();
  }

  @Override
  public void decode(byte[] array, long[] start) {
    decompressor.decompressDirectByteBuffer(plain, 0, plain.capacity(), frame, 0, frame.position());
    rows.scatter(plain, array, start);
  }

  @Override
  public void decodeChunk(byte[] into) {
    decompressor.decompressDirectByteBufferToByteArray(
        into, 0, into.length, frame, 0, frame.position());
  }

  @Override
  public void close() {
    compressor.close();
    decompressor.close();
  }
}
