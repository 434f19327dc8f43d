package dev.espalier.bench.limit;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ChunkRows;
import java.nio.ByteBuffer;

/** The first bytes of all elements, then the second ones, in one zstd frame. */
final class ShuffledZstdCoder implements Coder {
  private final ChunkRows rows;
  private final byte[] plain;
  private final byte[] shuffled;
  private final ByteBuffer frame;
  private final byte[] compressed;
  private final ZstdCompressCtx compressor = new ZstdCompressCtx();
  private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

  ShuffledZstdCoder(ArrayCase array, int level) {
    this.rows = new ChunkRows(array);
    this.plain = new byte[array.chunkBytes()];
    this.shuffled = new byte[array.chunkBytes()];
    this.frame = ByteBuffer.allocateDirect((int) Zstd.compressBound(array.chunkBytes()));
    this.compressed = new byte[frame.capacity()];
    compressor.setLevel(level);
  }

  @Override
  public ByteBuffer encode(byte[] array, long[] start) {
    rows.gather(array, start, plain);
    PairShuffle.shuffle(plain, shuffled);
    int size = compressor.compress(compressed, shuffled);
    return frame.clear().put(0, compressed, 0, size).limit(size);
  }

  @Override
  public ByteBuffer input() {
    return frame.clear();
  }

  @Override
  public void decode(byte[] array, long[] start) {
    decodeChunk(plain);
    rows.scatter(plain, array, start);
  }

  @Override
  public void decodeChunk(byte[] into) {
    decompressor.decompressDirectByteBufferToByteArray(
        shuffled, 0, shuffled.length, frame, 0, frame.position());
    PairShuffle.unshuffle(shuffled, into);
  }

  @Override
  public void close() {
    compressor.close();
    decompressor.close();
  }
}
