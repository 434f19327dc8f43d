package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads shards, for one thread. */
final class ShardingCoder implements PartialCodec.PartialCoder {
  private final ShardingCodec codec;
  private final Tiling tiling;
  private final FillValue fill;
  private final boolean omits;
  private final ChunkCoder inner;
  private final ShardIndexCoder indexCoder;
  private final ReusedBlock innerChunk;

  ShardingCoder(ShardingCodec codec, FillChunks fillChunks) {
    this.codec = codec;
    this.omits = fillChunks == FillChunks.OMITTED;
    this.tiling = codec.tiling();
    this.fill = codec.shard().fill();
    this.inner = codec.inner().newCoder(fillChunks);
    this.indexCoder = new ShardIndexCoder(codec);
    this.innerChunk = new ReusedBlock(codec.shard().type());
  }

  @Override
  public void encode(Block decoded, OutputBuffer encoded) {
    ChunkCoder.Output shard = new AppendedShard(encoded);
    ChunkCoder.Parts parts =
        (within, chunk) -> chunk.copyFrom(decoded, within, new long[within.rank()]);
    if (!encode(parts, shard)) {
      // Codecs before this one may have made the fill value of what was none.
      putRoomForIndex(shard);
      putIndex(indexCoder.next(), shard); // which says of all that they are missing
    }
  }

  @Override
  public boolean encode(ChunkCoder.Parts parts, ChunkCoder.Output shard) {
    ShardIndex entries = indexCoder.next();
    Block chunk = innerChunk.ofShape(tiling.tileShape());
    boolean empty = true;
    int number = 0;
    for (ChunkIndex position : tiling.all()) {
      parts.read(tiling.region(position), chunk);
      if (omits && chunk.isFilledWith(fill)) {
        entries.setMissing(number);
      } else {
        if (empty) {
          putRoomForIndex(shard);
          empty = false;
        }
        long offset = shard.size();
        shard.put(inner.encodeStored(chunk));
        entries.set(number, offset, shard.size() - offset);
      }
      number++;
    }
    if (!empty) {
      putIndex(entries, shard);
    }
    return !empty;
  }

  private void putRoomForIndex(ChunkCoder.Output shard) {
    if (codec.isIndexFirst()) {
      shard.put(ByteBuffer.allocate((int) codec.indexSize()));
    }
  }

  private void putIndex(ShardIndex entries, ChunkCoder.Output shard) {
    ByteBuffer encoded = indexCoder.encode(entries);
    if (codec.isIndexFirst()) {
      shard.overwrite(0, encoded);
    } else {
      shard.put(encoded);
    }
  }

  @Override
  public void decode(ByteBuffer encoded, Block decoded) {
    ByteSource shard = ByteSource.of(encoded);
    Region all = Region.all(decoded.shape());
    decode(shard, readIndex(shard), all, decoded, new long[decoded.shape().rank()]);
  }

  @Override
  public List<ByteRange.Span> spans(ShardIndex entries, List<Region> boxes) {
    List<ByteRange.Span> spans = new ArrayList<>();
    for (Region box : boxes) {
      for (ChunkIndex position : tiling.touching(box)) {
        entries.span(codec.number(position)).ifPresent(spans::add);
      }
    }
    return SpanMerge.of(spans);
  }

  @Override
  public void decode(
      ByteSource encoded, ShardIndex entries, Region within, Block into, long... at) {
    for (ChunkIndex position : tiling.touching(within)) {
      Region tile = tiling.region(position);
      Region part = tile.intersect(within).orElseThrow();
      long[] target = part.placeIn(within, at);
      try {
        decodeChunk(encoded, entries, codec.number(position), part.relativeTo(tile), into, target);
      } catch (CorruptException e) {
        throw new CorruptException("inner chunk " + position + ": " + e.getMessage(), e);
      }
    }
  }

  @Override
  public long memory() {
    return inner.memory() + indexCoder.memory() + innerChunk.memory();
  }

  @Override
  public void close() {
    inner.close();
    indexCoder.close();
  }

  private void decodeChunk(
      ByteSource shard, ShardIndex entries, int chunk, Region within, Block into, long... at) {
    if (entries.isMissing(chunk)) {
      into.fill(fill, Region.of(at, within.shape()));
    } else {
      inner.decode(entries.find(chunk, shard), within, into, at);
    }
  }

  @Override
  public ShardIndex readIndex(ByteSource shard) {
    return indexCoder.read(shard);
  }
}
