package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codec {@code n5_default}, bound. Blocks at the edge of an array may be cut off there: what
 * they lack holds the fill value. What is written is never cut off.
 */
final class N5BlockCodec implements ArrayToBytesCodec {
  /** Elements of equal size, whose number follows from the extents. */
  private static final int DEFAULT_MODE = 0;

  private final ChunkRepresentation chunk;
  private final List<CodecSpec> specs;
  private final CodecRegistry codecs;
  private final CodecPipeline whole;

  /**
   * A bound codec.
   *
   * @param specs what encodes the elements behind the header
   */
  N5BlockCodec(ChunkRepresentation chunk, List<CodecSpec> specs, CodecRegistry codecs) {
    this.chunk = chunk;
    this.specs = specs;
    this.codecs = codecs;
    this.whole = CodecPipeline.bind(specs, chunk, codecs);
  }

  @Override
  public long maxEncodedSize() {
    long elements = whole.maxEncodedSize();
    return elements > Long.MAX_VALUE - headerSize() ? elements : headerSize() + elements;
  }

  @Override
  public boolean isFixedSize() {
    return false;
  }

  @Override
  public JsonObject completed(JsonObject asked) {
    return CodecList.with(asked, "codecs", whole.specs());
  }

  @Override
  public Coder newCoder() {
    return new N5BlockCoder();
  }

  private int headerSize() {
    return 2 * Short.BYTES + chunk.shape().rank() * Integer.BYTES;
  }

  private final class N5BlockCoder implements Coder {
    private final ChunkCoder wholes = whole.newCoder();

    /** For the last block that was cut off; others are often cut off alike. */
    private @Nullable ChunkCoder parts;

    private Shape partShape = chunk.shape();

    @Override
    public void encode(Block decoded, OutputBuffer encoded) {
      ByteBuffer header = ByteBuffer.allocate(headerSize()).order(ByteOrder.BIG_ENDIAN);
      header.putShort((short) DEFAULT_MODE).putShort((short) chunk.shape().rank());
      chunk.shape().stream().forEach(extent -> header.putInt((int) extent));
      encoded.put(header.flip());
      encoded.put(wholes.encodeStored(decoded));
    }

    @Override
    public void decode(ByteBuffer encoded, Block decoded) {
      ByteBuffer bytes = encoded.slice().order(ByteOrder.BIG_ENDIAN);
      Shape shape = readHeader(bytes);
      ByteSource elements = ByteSource.of(bytes);
      if (shape.equals(chunk.shape())) {
        wholes.decode(elements, decoded);
        return;
      }
      Block part = Block.allocate(chunk.type(), shape);
      coderOf(shape).decode(elements, part);
      decoded.fill(chunk.fill());
      decoded.copyFrom(part, Region.all(shape), new long[shape.rank()]);
    }

    @Override
    public void close() {
      wholes.close();
      closeParts();
    }

    private ChunkCoder coderOf(Shape shape) {
      ChunkCoder current = parts;
      if (current == null || !partShape.equals(shape)) {
        closeParts();
        current = CodecPipeline.bind(specs, chunk.withShape(shape), codecs).newCoder();
        parts = current;
        partShape = shape;
      }
      return current;
    }

    private void closeParts() {
      if (parts != null) {
        parts.close();
      }
    }

    private Shape readHeader(ByteBuffer bytes) {
      if (bytes.remaining() < headerSize()) {
        throw new CorruptException(
            "expected " + headerSize() + " bytes of the header, found " + bytes.remaining());
      }
      int mode = Short.toUnsignedInt(bytes.getShort());
      if (mode != DEFAULT_MODE) {
        throw new CorruptException("expected block mode " + DEFAULT_MODE + ", found " + mode);
      }
      int rank = Short.toUnsignedInt(bytes.getShort());
      if (rank != chunk.shape().rank()) {
        throw new CorruptException(
            "expected " + chunk.shape().rank() + " dimensions, found " + rank);
      }
      long[] extents = new long[rank];
      for (int d = 0; d < rank; d++) {
        extents[d] = Integer.toUnsignedLong(bytes.getInt());
        if (extents[d] < 1 || extents[d] > chunk.shape().extent(d)) {
          throw new CorruptException(
              "expected an extent from 1 to "
                  + chunk.shape().extent(d)
                  + " of dimension "
                  + d
                  + ", found "
                  + extents[d]);
        }
      }
      return Shape.of(extents);
    }
  }
}
