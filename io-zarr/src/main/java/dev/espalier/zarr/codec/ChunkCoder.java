package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes the chunks of one array, for one thread at a time. It keeps codec contexts
 * and buffers between calls and has to be closed.
 *
 * <p>A {@link CorruptException} says which codec found what; the caller adds store and key. After
 * any exception the coder can be used on.
 */
public final class ChunkCoder implements AutoCloseable {
  private final CodecPipeline pipeline;
  private final ChunkRepresentation chunk;
  private final FillChunks fillChunks;
  private final ArrayToBytesCodec.Coder toBytes;
  private final PartialCodec.@Nullable PartialCoder partial;
  private final boolean plain;
  private final ArrayChain arrayChain;
  private final ByteChain byteChain;

  /** What is decoded one after the other, where something is held on the way. */
  private final Tiling parts;

  private final OutputBuffer output = OutputBuffer.growing();
  private final OutputBuffer flat = OutputBuffer.growing();
  private @Nullable ShardEditor shardEditor;

  ChunkCoder(CodecPipeline pipeline, FillChunks fillChunks) {
    this.pipeline = pipeline;
    this.fillChunks = fillChunks;
    this.chunk = pipeline.representation();
    this.toBytes =
        pipeline.toBytes() instanceof PartialCodec codec
            ? codec.newCoder(fillChunks)
            : pipeline.toBytes().newCoder();
    this.partial = toBytes instanceof PartialCodec.PartialCoder coder ? coder : null;
    this.plain = pipeline.toBytes() instanceof BytesCodec bytes && bytes.isPlain();
    this.arrayChain = new ArrayChain(pipeline);
    this.byteChain = new ByteChain(pipeline);
    this.parts = Tiling.of(chunk.shape(), pipeline.partShape());
  }

  /**
   * Encodes a chunk, unless every element of it has the bits of the fill value: then nothing needs
   * to be stored, and nothing is given unless the coder was made to store such chunks as well.
   *
   * @param decoded a whole chunk; elements beyond the edge of the array should hold the fill value
   * @return the encoded chunk, backed by an array; not to be changed, and valid until the next call
   *     or until the block is changed
   * @throws UnsupportedException if the encoded chunk is larger than 2 GiB
   */
  public Optional<ByteBuffer> encode(Block decoded) {
    checkChunk(decoded);
    if (fillChunks == FillChunks.OMITTED && decoded.isFilledWith(chunk.fill())) {
      return Optional.empty();
    }
    return Optional.of(encodeStored(decoded));
  }

  /**
   * Decodes a whole chunk.
   *
   * @param encoded the encoded chunk
   * @param into a block of the shape of a chunk; every element is set
   * @throws CorruptException if the bytes are not an encoded chunk; the block is then undefined
   */
  public void decode(ByteSource encoded, Block into) {
    checkChunk(into);
    Block last = arrayChain.encodedChunk(into);
    decodeBytes(encoded, last);
    arrayChain.decode(last, into);
  }

  /**
   * Decodes a box of a chunk. Of a shard, only the index and the inner chunks that the box touches
   * are read.
   *
   * @param encoded the encoded chunk
   * @param within the box, within the chunk
   * @param into where the elements go; the others stay as they are
   * @param at where the box starts in {@code into}, one number for each dimension
   * @throws CorruptException if the bytes are not an encoded chunk; the box is then undefined
   */
  public void decode(ByteSource encoded, Region within, Block into, long... at) {
    checkBox(within, into, at);
    if (within.shape().isEmpty()) {
      return;
    }
    if (isSharded()) {
      decodePart(encoded, readIndex(encoded), within, into, at);
    } else if (within.shape().equals(chunk.shape()) && into.shape().equals(chunk.shape())) {
      decode(encoded, into);
    } else if (plain && arrayChain.isEmpty()) {
      byteChain.checkSize(encoded); // before anything is given memory
      ChunkLimits.checkMemory(chunk.type(), chunk.shape());
      ByteBuffer bytes = byteChain.decodeAnywhere(encoded);
      ((BitsBlock) into).copyFrom(bytes, chunk.shape(), within, at);
    } else {
      byteChain.checkSize(encoded); // before a whole chunk is given memory
      Block whole = arrayChain.decodedChunk();
      decode(encoded, whole);
      into.copyFrom(whole, within, at);
    }
  }

  /** Whether chunks are shards, of which parts are read by an index that can be kept. */
  public boolean isSharded() {
    return pipeline.partial().isPresent();
  }

  /** Where the index of a shard is. */
  public ByteRange indexRange() {
    return pipeline.partial().orElseThrow().indexRange();
  }

  /**
   * Reads the index of a shard.
   *
   * @throws CorruptException if there is none
   */
  public ShardIndex readIndex(ByteSource shard) {
    return inShard(() -> partial().readIndex(shard));
  }

  /**
   * What some boxes need of a shard, in the order in which it lies there; what is close together is
   * one span. Where the index lies, spans may be beyond the end.
   *
   * @param boxes within the shard
   */
  public List<ByteRange.Span> spans(ShardIndex index, List<Region> boxes) {
    return partial()
        .spans(
            index, arrayChain.isEmpty() ? boxes : boxes.stream().map(arrayChain::encoded).toList());
  }

  /**
   * Decodes a box of a shard, and reads only the inner chunks that it touches.
   *
   * @param index what {@link #readIndex} read from it
   * @see #decode(ByteSource, Region, Block, long...)
   */
  public void decode(ByteSource shard, ShardIndex index, Region within, Block into, long... at) {
    checkBox(within, into, at);
    if (!within.shape().isEmpty()) {
      decodePart(shard, index, within, into, at);
    }
  }

  /**
   * Changes a part of a chunk. Of a shard, only the inner chunks that are touched are decoded; the
   * others stay as they are encoded.
   *
   * @param encoded the chunk as it is stored, if it is
   * @throws CorruptException if those bytes are not an encoded chunk, and the edit leaves something
   *     of it
   */
  public EditedChunk edit(Optional<? extends ByteSource> encoded, ChunkEdit edit) {
    Optional<ShardEditor> shards = shardEditor();
    if (shards.isPresent()) {
      return inShard(() -> shards.get().edit(encoded, edit));
    }
    Region all = Region.all(chunk.shape());
    if (!edit.touches(all)) {
      return EditedChunk.UNCHANGED;
    }
    boolean anew = encoded.isEmpty() || edit.replaces(all);
    if (!anew) {
      byteChain.checkSize(encoded.get()); // before a whole chunk is given memory
    }
    Block whole = arrayChain.decodedChunk();
    if (anew) {
      whole.fill(chunk.fill());
    } else {
      decode(encoded.get(), whole);
    }
    return edit.apply(all, whole) ? EditedChunk.to(encode(whole)) : EditedChunk.UNCHANGED;
  }

  /**
   * Tells what is stored of a box of a chunk: of a shard, the inner chunks that the box touches, as
   * the index has them, else the chunk as a whole.
   *
   * @param within the box, within the chunk
   * @param visitor is given boxes of the chunk, and how many bytes each takes
   * @throws CorruptException if the bytes are no shard where one is expected
   */
  public void visitStored(ByteSource encoded, Region within, ObjLongConsumer<Region> visitor) {
    Optional<ShardEditor> shards = shardEditor();
    if (shards.isEmpty()) {
      visitor.accept(Region.all(chunk.shape()), encoded.size());
      return;
    }
    inShard(
        () -> {
          shards.get().visitStored(encoded, within, visitor);
          return encoded;
        });
  }

  /** What knows the inside of shards, where chunks are shards and nothing wraps them. */
  private Optional<ShardEditor> shardEditor() {
    if (shardEditor == null
        && arrayChain.isEmpty()
        && pipeline.partial().orElse(null) instanceof ShardingCodec codec) {
      shardEditor = new ShardEditor(codec, fillChunks);
    }
    return Optional.ofNullable(shardEditor);
  }

  /** How many bytes of buffers it keeps between calls; contexts of libraries do not count. */
  public long memory() {
    return output.memory()
        + flat.memory()
        + arrayChain.memory()
        + byteChain.memory()
        + toBytes.memory()
        + (shardEditor == null ? 0 : shardEditor.memory());
  }

  /** Gives back what the codecs hold outside the heap. */
  @Override
  public void close() {
    if (shardEditor != null) {
      shardEditor.close();
    }
    toBytes.close();
    byteChain.close();
  }

  /** Whether chunks are encoded in parts, of which one is held at a time. */
  public boolean encodesParts() {
    return pipeline.encodesParts();
  }

  /**
   * Encodes a shard part by part, unless every element of it has the bits of the fill value: then
   * nothing is put out.
   *
   * @param parts the elements, asked for inner chunk by inner chunk
   * @return whether anything was put out
   * @see #encodesParts
   */
  public boolean encode(Parts parts, Output shard) {
    return partial().encode(parts, shard);
  }

  /** The same for a whole chunk that is not all fill value; valid until the next call. */
  ByteBuffer encodeStored(Block decoded) {
    Block last = arrayChain.encode(decoded);
    if (plain && pipeline.byteSteps().isEmpty()) {
      return bytesOf(last);
    }
    output.clear(Long.MAX_VALUE);
    if (pipeline.byteSteps().isEmpty()) {
      toBytes.encode(last, output);
    } else if (plain) {
      byteChain.encode(bytesOf(last), output);
    } else {
      flat.clear(Long.MAX_VALUE);
      toBytes.encode(last, flat);
      byteChain.encode(flat.written(), output);
    }
    return output.written();
  }

  private void decodeBytes(ByteSource encoded, Block last) {
    if (plain) {
      byteChain.decode(encoded, (BitsBlock) last);
    } else if (partial != null) {
      ByteSource shard =
          pipeline.byteSteps().isEmpty() ? encoded : ByteSource.of(byteChain.decode(encoded));
      Region all = Region.all(last.shape());
      decodeShard(shard, readIndex(shard), all, last, new long[last.shape().rank()]);
    } else {
      ByteBuffer bytes = byteChain.decode(encoded);
      try {
        toBytes.decode(bytes, last);
      } catch (CorruptException e) {
        throw ByteChain.found(pipeline.toBytesName(), e);
      }
    }
  }

  private void decodePart(
      ByteSource shard, ShardIndex index, Region within, Block into, long... at) {
    if (arrayChain.isEmpty()) {
      decodeShard(shard, index, within, into, at);
      return;
    }
    for (ChunkIndex position : parts.touching(within)) {
      Region box = parts.region(position).intersect(within).orElseThrow();
      ArrayChain.Part part = arrayChain.part(box);
      Block last = part.encodedBlock();
      decodeShard(shard, index, part.encoded(), last, new long[last.shape().rank()]);
      part.decode(last, into, box.placeIn(within, at));
    }
  }

  private void decodeShard(
      ByteSource shard, ShardIndex index, Region within, Block into, long... at) {
    inShard(
        () -> {
          partial().decode(shard, index, within, into, at);
          return index;
        });
  }

  private <T> T inShard(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CorruptException e) {
      throw ByteChain.found(pipeline.toBytesName(), e);
    }
  }

  private PartialCodec.PartialCoder partial() {
    PartialCodec.PartialCoder coder = partial;
    if (coder == null) {
      throw new IllegalStateException("not a shard");
    }
    return coder;
  }

  private static ByteBuffer bytesOf(Block block) {
    BitsBlock bits = (BitsBlock) block;
    return ByteBuffer.wrap(bits.bytes(), 0, bits.length());
  }

  private void checkChunk(Block block) {
    if (!block.shape().equals(chunk.shape()) || !block.dataType().equals(chunk.type())) {
      throw new IllegalArgumentException(
          "a block of %s %s; chunks are %s %s"
              .formatted(block.dataType(), block.shape(), chunk.type(), chunk.shape()));
    }
  }

  private void checkBox(Region within, Block into, long... at) {
    if (!into.dataType().equals(chunk.type())
        || !within.fitsIn(chunk.shape())
        || !Region.of(at, within.shape()).fitsIn(into.shape())) {
      throw new IllegalArgumentException(
          "box "
              + within
              + " of chunks of "
              + chunk.type()
              + " "
              + chunk.shape()
              + " into a block of "
              + into.dataType()
              + " "
              + into.shape());
    }
  }

  /** The elements of a chunk that is encoded in parts, each asked for once. */
  @FunctionalInterface
  public interface Parts {
    /**
     * Fills a block with a part of the chunk.
     *
     * @param within the box, within the chunk
     * @param into a block of its shape, every element of which is set; not to be kept
     */
    void read(Region within, Block into);
  }

  /** Where the bytes of a shard go, one inner chunk after the other. */
  public interface Output {
    /** Appends all that remains of a buffer, which is not kept. */
    void put(ByteBuffer bytes);

    /** Sets bytes that were appended before, counted from the first of the shard. */
    void overwrite(long at, ByteBuffer bytes);

    /** How many bytes of the shard were appended. */
    long size();
  }
}
