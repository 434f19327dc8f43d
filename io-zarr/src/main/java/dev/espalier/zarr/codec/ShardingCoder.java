package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads shards, for one thread. */
final class ShardingCoder implements PartialCodec.PartialCoder {
  private final ShardingCodec codec;
  private final Tiling tiling;
  private final FillValue fill;
  private final ChunkCoder inner;
  private final ChunkCoder indexCoder;
  private final OutputBuffer encodedIndex = OutputBuffer.growing();
  private final ReusedBlock innerChunk;
  private final ReusedBlock fillChunk;
  private @Nullable Block filled;
  private @Nullable ShardIndex index;

  ShardingCoder(ShardingCodec codec) {
    this.codec = codec;
    this.tiling = codec.tiling();
    this.fill = codec.shard().fill();
    this.inner = codec.inner().newCoder();
    this.indexCoder = codec.index().newCoder();
    this.innerChunk = new ReusedBlock(codec.shard().type());
    this.fillChunk = new ReusedBlock(codec.shard().type());
  }

  @Override
  public void encode(Block decoded, OutputBuffer encoded) {
    ShardIndex entries = index();
    int start = encoded.size();
    if (codec.isIndexFirst()) {
      encoded.put(ByteBuffer.allocate((int) codec.indexSize()));
    }
    Block chunk = innerChunk.ofShape(tiling.tileShape());
    long[] corner = new long[tiling.tileShape().rank()];
    int number = 0;
    for (ChunkIndex position : tiling.all()) {
      chunk.copyFrom(decoded, tiling.region(position), corner);
      if (chunk.isFilledWith(fill)) {
        entries.setMissing(number);
      } else {
        int offset = encoded.size();
        inner.encodeStored(chunk, encoded);
        entries.set(number, offset - start, encoded.size() - offset);
      }
      number++;
    }
    encodedIndex.clear(Long.MAX_VALUE);
    indexCoder.encodeStored(entries.words(), encodedIndex);
    if (codec.isIndexFirst()) {
      encoded.overwrite(start, encodedIndex.written());
    } else {
      encoded.put(encodedIndex.written());
    }
  }

  @Override
  public void decode(ByteBuffer encoded, Block decoded) {
    ByteSource shard = ByteSource.of(encoded);
    Region all = Region.all(decoded.shape());
    decode(shard, readIndex(shard), all, decoded, new long[decoded.shape().rank()]);
  }

  @Override
  public List<ByteRange.Span> spans(ShardIndex entries, Region within) {
    List<ByteRange.Span> spans = new ArrayList<>();
    for (ChunkIndex position : tiling.touching(within)) {
      entries.span(number(position)).ifPresent(spans::add);
    }
    return SpanMerge.of(spans);
  }

  @Override
  public void decode(
      ByteSource encoded, ShardIndex entries, Region within, Block into, long... at) {
    for (ChunkIndex position : tiling.touching(within)) {
      Region tile = tiling.region(position);
      Region part = tile.intersect(within).orElseThrow();
      long[] target = new long[at.length];
      for (int d = 0; d < target.length; d++) {
        target[d] = at[d] + part.start(d) - within.start(d);
      }
      try {
        decodeChunk(encoded, entries, number(position), relative(part, tile), into, target);
      } catch (CorruptException e) {
        throw new CorruptException("inner chunk " + position + ": " + e.getMessage(), e);
      }
    }
  }

  @Override
  public void close() {
    inner.close();
    indexCoder.close();
  }

  private void decodeChunk(
      ByteSource shard, ShardIndex entries, int chunk, Region within, Block into, long... at) {
    if (entries.isMissing(chunk)) {
      Block empty = fillBlock(within.shape());
      into.copyFrom(empty, Region.all(within.shape()), at);
    } else {
      inner.decode(entries.find(chunk, shard), within, into, at);
    }
  }

  @Override
  public ShardIndex readIndex(ByteSource shard) {
    long size = codec.indexSize();
    // Before the index is given memory: metadata alone may ask for any amount.
    if (shard.size() < size) {
      throw new CorruptException(
          "expected at least the " + size + " bytes of the index, found " + shard.size());
    }
    long start = codec.isIndexFirst() ? 0 : shard.size() - size;
    ShardIndex entries = new ShardIndex(codec.index().representation());
    try {
      indexCoder.decode(shard.slice(start, size), entries.words());
      entries.checkDisjoint(shard.size(), start, size);
    } catch (CorruptException e) {
      throw new CorruptException("index: " + e.getMessage(), e);
    }
    return entries;
  }

  private ShardIndex index() {
    ShardIndex current = index;
    if (current == null) {
      current = new ShardIndex(codec.index().representation());
      index = current;
    }
    return current;
  }

  private Block fillBlock(Shape shape) {
    Block block = fillChunk.ofShape(shape);
    if (block != filled) {
      block.fill(fill);
      filled = block;
    }
    return block;
  }

  /** The position of an inner chunk in the index, which is in C order. */
  private int number(ChunkIndex position) {
    long number = 0;
    for (int d = 0; d < position.rank(); d++) {
      number = number * tiling.gridShape().extent(d) + position.at(d);
    }
    return (int) number;
  }

  private static Region relative(Region part, Region tile) {
    long[] origin = new long[part.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = part.start(d) - tile.start(d);
    }
    return Region.of(origin, part.shape());
  }
}
