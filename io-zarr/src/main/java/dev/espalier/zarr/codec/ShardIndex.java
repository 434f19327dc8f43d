package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where the inner chunks of a shard are: two words for each, its offset from the start of the shard
 * and its number of bytes. For one thread.
 */
final class ShardIndex {
  /** Words for each inner chunk. */
  static final int WORDS = 2;

  /** Both words of an inner chunk that is not stored; the largest number without sign. */
  private static final long MISSING = -1;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final BitsBlock words;

  ShardIndex(ChunkRepresentation representation) {
    this.words = (BitsBlock) Block.allocate(representation.type(), representation.shape());
  }

  Block words() {
    return words;
  }

  void setMissing(int chunk) {
    set(chunk, MISSING, MISSING);
  }

  void set(int chunk, long offset, long size) {
    WORD.set(words.bytes(), at(chunk, 0), offset);
    WORD.set(words.bytes(), at(chunk, 1), size);
  }

  boolean isMissing(int chunk) {
    boolean first = offset(chunk) == MISSING;
    if (first != (size(chunk) == MISSING)) {
      throw new CorruptException(
          "expected both words of the index entry to say that it is not stored, or none; found"
              + entry(chunk));
    }
    return first;
  }

  /** The bytes of an inner chunk that is not missing. */
  ByteSource find(int chunk, ByteSource shard) {
    long offset = offset(chunk);
    long size = size(chunk);
    // Numbers beyond 63 bits are negative here; the sum of the others may overflow.
    if (offset < 0 || size < 0 || offset > shard.size() || size > shard.size() - offset) {
      throw new CorruptException(
          "expected an index entry within the "
              + shard.size()
              + " bytes of the shard, found"
              + entry(chunk));
    }
    return shard.slice(offset, size);
  }

  private String entry(int chunk) {
    return " offset "
        + Long.toUnsignedString(offset(chunk))
        + ", size "
        + Long.toUnsignedString(size(chunk));
  }

  private long offset(int chunk) {
    return (long) WORD.get(words.bytes(), at(chunk, 0));
  }

  private long size(int chunk) {
    return (long) WORD.get(words.bytes(), at(chunk, 1));
  }

  private static int at(int chunk, int word) {
    return (chunk * WORDS + word) * Long.BYTES;
  }
}
