package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.Block;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.List;

/** A codec from which parts of a chunk can be read without the rest. */
interface PartialCodec extends ArrayToBytesCodec {
  /** The extents of the smallest unit that is read on its own, in elements. */
  Shape readShape();

  /** The extents of what the index has an entry for; it may be made of several of those units. */
  Shape partShape();

  /** How many bytes decoding one of those parts comes to hold beside the block that it is for. */
  long decodingMemory();

  @Override
  default PartialCoder newCoder() {
    return newCoder(FillChunks.OMITTED);
  }

  /** What does the work for one thread. */
  PartialCoder newCoder(FillChunks fillChunks);

  /** Reads parts, for one thread. */
  interface PartialCoder extends Coder {
    /**
     * Encodes a chunk part by part; nothing is put out where all of it holds the fill value.
     *
     * @return whether anything was put out
     */
    boolean encode(ChunkCoder.Parts parts, ChunkCoder.Output shard);

    /** Reads what says where the parts are. */
    ShardIndex readIndex(ByteSource encoded);

    /**
     * What some boxes need of the encoded chunk, in the order in which it lies there; what is close
     * together is one span.
     */
    List<ByteRange.Span> spans(ShardIndex index, List<Region> boxes);

    /**
     * Decodes a box of a chunk, and reads only what that needs.
     *
     * @param encoded the encoded chunk
     * @param index what {@link #readIndex} read from it
     * @param within the box, within the chunk
     * @param into where the elements go
     * @param at where the box starts in {@code into}
     */
    void decode(ByteSource encoded, ShardIndex index, Region within, Block into, long... at);
  }

  /** Where the index is. */
  ByteRange indexRange();
}
