package dev.espalier.bench.limit;

import com.scalableminds.bloscjava.Blosc;
import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ChunkRows;
import dev.espalier.model.layout.CodecSpec;
import java.nio.ByteBuffer;

/** One Blosc frame for a chunk. The library takes whole arrays and makes new ones. */
final class BloscCoder implements Coder {
  private static final int ONE_THREAD = 1;
  private static final int MOST_OVERHEAD = 16;

  private final ChunkRows rows;
  private final byte[] plain;
  private final ByteBuffer input;
  private final Blosc.Compressor compressor;
  private final Blosc.Shuffle shuffle;
  private final int level;
  private final int typeSize;
  private final int blockSize;
  private byte[] frame = {};

  BloscCoder(ArrayCase array, CodecSpec codec) {
    this.rows = new ChunkRows(array);
    this.plain = new byte[array.chunkBytes()];
    this.input = ByteBuffer.allocateDirect(plain.length + MOST_OVERHEAD);
    this.compressor = Blosc.Compressor.fromString(Coder.text(codec, "cname"));
    this.shuffle =
        switch (Coder.text(codec, "shuffle")) {
          case "shuffle" -> Blosc.Shuffle.BYTE_SHUFFLE;
          case "bitshuffle" -> Blosc.Shuffle.BIT_SHUFFLE;
          default -> Blosc.Shuffle.NO_SHUFFLE;
        };
    this.level = Coder.whole(codec, "clevel");
    this.typeSize = Coder.whole(codec, "typesize");
    this.blockSize = Coder.whole(codec, "blocksize");
  }

  @Override
  public ByteBuffer encode(byte[] array, long[] start) {
    rows.gather(array, start, plain);
    return ByteBuffer.wrap(
        Blosc.compress(plain, typeSize, compressor, level, shuffle, blockSize, ONE_THREAD));
  }

  @Override
  public ByteBuffer input() {
    return input.clear();
  }

  @Override
  public void decode(byte[] array, long[] start) {
    rows.scatter(decompressed(), array, start);
  }

  @Override
  public void decodeChunk(byte[] into) {
    byte[] chunk = decompressed();
    System.arraycopy(chunk, 0, into, 0, chunk.length);
  }

  private byte[] decompressed() {
    if (frame.length != input.position()) {
      frame = new byte[input.position()];
    }
    input.get(0, frame);
    return Blosc.decompress(frame, ONE_THREAD);
  }

  @Override
  public void close() {}
}
