package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the inner chunks of a shard are: two words for each, its offset from the start of the shard
 * and its number of bytes.
 *
 * <p>One that was read from a shard does not change any more, and is safe for use by several
 * threads at once.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/sharding-indexed/index.html">
 *     Zarr v3, sharding codec</a>
 */
public final class ShardIndex {
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

  /** How many bytes it takes in memory. */
  public long memory() {
    return words.length();
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

  /**
   * Refuses an index by which two inner chunks share bytes, or one has bytes of the index: no
   * writer makes such shards, and a small one could stand for very many elements. Entries that lie
   * outside of the shard do not matter here; they are refused when their inner chunk is asked for.
   *
   * @param shard bytes of the shard
   * @param start where the encoded index is in the shard
   * @param size bytes of the encoded index
   */
  void checkDisjoint(long shard, long start, long size) {
    int count = words.length() / (WORDS * Long.BYTES);
    long end = 0;
    boolean ascending = true;
    int stored = 0;
    for (int chunk = 0; chunk < count; chunk++) {
      if (holdsBytes(chunk, shard)) {
        if (offset(chunk) < start + size && end(chunk) > start) {
          throw new CorruptException(
              "expected inner chunks beside the "
                  + size
                  + " bytes of the index from "
                  + start
                  + " on, found inner chunk "
                  + position(chunk)
                  + " at"
                  + entry(chunk));
        }
        ascending &= offset(chunk) >= end;
        end = end(chunk);
        stored++;
      }
    }
    if (!ascending) {
      checkDisjoint(shard, count, stored);
    }
  }

  /** The same for inner chunks that do not follow each other. */
  private void checkDisjoint(long shard, int count, int stored) {
    long[] starts = new long[stored];
    long[] ends = new long[stored];
    int next = 0;
    for (int chunk = 0; chunk < count; chunk++) {
      if (holdsBytes(chunk, shard)) {
        starts[next] = offset(chunk);
        ends[next] = end(chunk);
        next++;
      }
    }
    // At any byte, as many ranges are open as have started and not ended: sorting each will do.
    Arrays.sort(starts);
    Arrays.sort(ends);
    for (int i = 1; i < stored; i++) {
      if (starts[i] < ends[i - 1]) {
        throw overlap(shard, starts[i], count);
      }
    }
  }

  private CorruptException overlap(long shard, long at, int count) {
    StringBuilder found = new StringBuilder();
    for (int chunk = 0, named = 0; chunk < count && named < 2; chunk++) {
      if (holdsBytes(chunk, shard) && offset(chunk) <= at && at < end(chunk)) {
        found.append(named == 0 ? "" : " and ").append("inner chunk ").append(position(chunk));
        found.append(" at").append(entry(chunk));
        named++;
      }
    }
    return new CorruptException("expected inner chunks that share no bytes, found " + found);
  }

  private boolean holdsBytes(int chunk, long shard) {
    return size(chunk) != 0 && isWithin(chunk, shard);
  }

  /** Numbers beyond 63 bits are negative here; the sum of the others may overflow. */
  private boolean isWithin(int chunk, long shard) {
    long offset = offset(chunk);
    long size = size(chunk);
    return offset >= 0 && size >= 0 && offset <= shard && size <= shard - offset;
  }

  private long end(int chunk) {
    return offset(chunk) + size(chunk);
  }

  /** The inner chunk that an entry is of; entries are in C order. */
  private ChunkIndex position(int chunk) {
    long[] position = new long[words.shape().rank() - 1];
    int rest = chunk;
    for (int d = position.length - 1; d >= 0; d--) {
      int extent = (int) words.shape().extent(d);
      position[d] = rest % extent;
      rest /= extent;
    }
    return ChunkIndex.of(position);
  }

  /** Where an inner chunk is; nothing if it is not stored, or said to be outside of any shard. */
  Optional<ByteRange.Span> span(int chunk) {
    long offset = offset(chunk);
    long size = size(chunk);
    return offset < 0 || size < 0 || offset > Long.MAX_VALUE - size
        ? Optional.empty()
        : Optional.of(new ByteRange.Span(offset, size));
  }

  /** The bytes of an inner chunk that is not missing. */
  ByteSource find(int chunk, ByteSource shard) {
    if (!isWithin(chunk, shard.size())) {
      throw new CorruptException(
          "expected an index entry within the "
              + shard.size()
              + " bytes of the shard, found"
              + entry(chunk));
    }
    return shard.slice(offset(chunk), size(chunk));
  }

  private String entry(int chunk) {
    return " offset "
        + Long.toUnsignedString(offset(chunk))
        + ", size "
        + Long.toUnsignedString(size(chunk));
  }

  long offset(int chunk) {
    return (long) WORD.get(words.bytes(), at(chunk, 0));
  }

  private long size(int chunk) {
    return (long) WORD.get(words.bytes(), at(chunk, 1));
  }

  private static int at(int chunk, int word) {
    return (chunk * WORDS + word) * Long.BYTES;
  }
}
