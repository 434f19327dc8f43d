package dev.espalier.model.stored;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Tiling;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which chunks of an array are stored: all others hold nothing but the fill value. Safe for use by
 * several threads at once.
 */
public interface StoredChunks {
  /** The grid of what the store keeps as one: of shards where there are shards, else of chunks. */
  Tiling grid();

  /**
   * The places in the grid at which something is stored, in no particular order, as the store lists
   * them: the chunks themselves are not opened. Close the stream.
   *
   * @throws dev.espalier.model.error.UnsupportedException if the store cannot list
   * @throws dev.espalier.model.error.StorageException if it fails to; the stream may throw it as
   *     well
   */
  Stream<ChunkIndex> stored();

  /**
   * What is stored at a place of the grid: of a shard, its inner chunks as its index has them; else
   * the chunk itself. Nothing if there is none.
   *
   * @throws dev.espalier.model.error.CorruptException if it is a shard with a broken index
   */
  List<StoredChunk> at(ChunkIndex place);
}
