package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;

/**
 * The codec {@code sharding_indexed}, bound: a chunk, here called a shard, is cut into inner chunks
 * that are encoded on their own, and an index says where each is. Inner chunks that hold only the
 * fill value are not stored.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/sharding-indexed/index.html">
 *     Zarr v3, sharding codec</a>
 */
final class ShardingCodec implements PartialCodec {
  private final ChunkRepresentation shard;
  private final Tiling tiling;
  private final CodecPipeline inner;
  private final CodecPipeline index;
  private final boolean indexFirst;

  /**
   * A bound codec.
   *
   * @param shard what shards are like
   * @param inner the codecs of an inner chunk
   * @param index the codecs of the index, which give a fixed number of bytes
   * @param indexFirst whether the index is in front of the inner chunks
   */
  ShardingCodec(
      ChunkRepresentation shard, CodecPipeline inner, CodecPipeline index, boolean indexFirst) {
    this.shard = shard;
    this.tiling = Tiling.of(shard.shape(), inner.representation().shape());
    this.inner = inner;
    this.index = index;
    this.indexFirst = indexFirst;
  }

  @Override
  public long maxEncodedSize() {
    long chunk = inner.maxEncodedSize();
    long count = tiling.count();
    long room = Long.MAX_VALUE - indexSize();
    return chunk > room / count ? Long.MAX_VALUE : indexSize() + count * chunk;
  }

  @Override
  public boolean isFixedSize() {
    return false;
  }

  @Override
  public Shape readShape() {
    return inner.readShape();
  }

  @Override
  public Shape partShape() {
    return tiling.tileShape();
  }

  @Override
  public long decodingMemory() {
    return inner.decodingMemory();
  }

  @Override
  public JsonObject completed(JsonObject asked) {
    return CodecList.with(
        CodecList.with(asked, "codecs", inner.specs()), "index_codecs", index.specs());
  }

  @Override
  public PartialCoder newCoder(FillChunks fillChunks) {
    return new ShardingCoder(this, fillChunks);
  }

  @Override
  public ByteRange indexRange() {
    return indexFirst ? ByteRange.of(0, indexSize()) : ByteRange.last(indexSize());
  }

  ChunkRepresentation shard() {
    return shard;
  }

  Tiling tiling() {
    return tiling;
  }

  CodecPipeline inner() {
    return inner;
  }

  CodecPipeline index() {
    return index;
  }

  boolean isIndexFirst() {
    return indexFirst;
  }

  /** The position of an inner chunk in the index, which is in C order. */
  int number(ChunkIndex position) {
    long number = 0;
    for (int d = 0; d < position.rank(); d++) {
      number = number * tiling.gridShape().extent(d) + position.at(d);
    }
    return (int) number;
  }

  /** Bytes of the encoded index. */
  long indexSize() {
    return index.maxEncodedSize();
  }
}
