package dev.espalier.zarr.codec;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codecs of an array, bound to its chunks and checked: first those that turn chunks into
 * chunks, then the one that turns them into bytes, then those that turn bytes into bytes.
 *
 * <p>Immutable and safe for use by several threads at once; the {@link ChunkCoder} is not.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#codecs">Zarr v3,
 *     codecs</a>
 */
public final class CodecPipeline {
  private final ChunkRepresentation representation;
  private final List<ArrayStep> arraySteps;
  private final ArrayToBytesCodec toBytes;
  private final String toBytesName;
  private final List<ByteStep> byteSteps;
  private final List<CodecSpec> specs;
  private final EncodedSize encodedSize;

  /** A codec from chunks to chunks and its name. */
  record ArrayStep(String name, ArrayToArrayCodec codec) {}

  /** A codec from bytes to bytes, its name, and the sizes of what it takes and gives. */
  record ByteStep(String name, BytesToBytesCodec codec, EncodedSize decoded, EncodedSize encoded) {}

  CodecPipeline(
      ChunkRepresentation representation,
      List<ArrayStep> arraySteps,
      String toBytesName,
      ArrayToBytesCodec toBytes,
      List<ByteStep> byteSteps,
      List<CodecSpec> specs) {
    this.specs = List.copyOf(specs);
    this.representation = representation;
    this.arraySteps = List.copyOf(arraySteps);
    this.toBytesName = toBytesName;
    this.toBytes = toBytes;
    this.byteSteps = List.copyOf(byteSteps);
    this.encodedSize =
        byteSteps.isEmpty()
            ? EncodedSize.of(toBytes)
            : byteSteps.get(byteSteps.size() - 1).encoded();
  }

  /**
   * Binds codecs to a kind of chunk.
   *
   * @param specs the codecs, in the order in which they encode
   * @param chunk what the chunks are like
   * @param codecs the codecs to choose from
   * @throws IllegalArgumentException if the order or a parameter is wrong
   * @throws UnsupportedException if a codec is not known, the data type is not handled, or a chunk
   *     cannot be held in memory in one piece
   */
  public static CodecPipeline bind(
      List<CodecSpec> specs, ChunkRepresentation chunk, CodecRegistry codecs) {
    return new PipelineBinder(chunk, codecs).bind(specs);
  }

  /**
   * The codecs as a new document says them: those that were bound, with the parameters that were
   * left out and that others may need for reading.
   */
  public List<CodecSpec> specs() {
    return specs;
  }

  /** What the chunks are like. */
  public ChunkRepresentation representation() {
    return representation;
  }

  /**
   * The extents of the smallest unit that can be read on its own, in elements: an inner chunk where
   * chunks are shards, else a chunk.
   */
  public Shape readShape() {
    return partial().map(codec -> decodedShape(codec.readShape())).orElse(representation.shape());
  }

  /**
   * The extents of the boxes that are decoded one after the other: inner chunks of the outermost
   * shards where chunks are shards, else a chunk.
   */
  public Shape partShape() {
    return partial().map(codec -> decodedShape(codec.partShape())).orElse(representation.shape());
  }

  private Shape decodedShape(Shape encoded) {
    Shape shape = encoded;
    for (int i = arraySteps.size() - 1; i >= 0; i--) {
      shape = arraySteps.get(i).codec().decodedShape(shape);
    }
    return shape;
  }

  /**
   * How many bytes decoding any box of a chunk comes to hold at most, beside the block that it is
   * for: an inner chunk, or a chunk where there are none, as it is read and decoded, and what
   * codecs from chunks to chunks make of it on the way; 2^62 where that is more.
   */
  public long decodingMemory() {
    double bytes = partial().map(codec -> (double) codec.decodingMemory()).orElse(0.0);
    double elements = partShape().elementCount();
    if (partial().isEmpty()) {
      bytes += 2 * elements * bytesOfAnElement(representation);
    } else if (!arraySteps.isEmpty()) {
      bytes += elements * bytesOfAnElement(representation);
    }
    for (ArrayStep step : arraySteps) {
      bytes += elements * bytesOfAnElement(step.codec().encoded());
    }
    return (long) Math.min(bytes, 1L << 62);
  }

  private static double bytesOfAnElement(ChunkRepresentation chunk) {
    return chunk.type().assumedByteSize();
  }

  /**
   * What the extents of a chunk have to be multiples of: where chunks are shards, the extents of
   * their inner chunks, else 1 along each dimension.
   */
  public Shape stepShape() {
    if (!(toBytes instanceof ShardingCodec sharding)) {
      return Shape.of(representation.shape().stream().map(extent -> 1).toArray());
    }
    return decodedShape(sharding.inner().representation().shape());
  }

  /**
   * The most bytes that an encoded chunk may have; larger ones are refused when they are read.
   * {@link Long#MAX_VALUE} where nothing is known.
   */
  public long maxEncodedSize() {
    return encodedSize.max();
  }

  /**
   * How many times as many bytes as a chunk its largest form between two codecs from chunks to
   * chunks takes, rounded up.
   */
  public int expansion() {
    double decoded = bytesOf(representation);
    double largest = decoded;
    for (ArrayStep step : arraySteps) {
      largest = Math.max(largest, bytesOf(step.codec().encoded()));
    }
    return (int) Math.ceil(largest / decoded);
  }

  private static double bytesOf(ChunkRepresentation chunk) {
    return (double) chunk.shape().elementCount() * chunk.type().byteSize().orElse(1);
  }

  /** How many forms a chunk has: decoded, and after each codec from chunks to chunks. */
  public int forms() {
    return 1 + arraySteps.size();
  }

  /**
   * Refuses chunks of which all forms together do not fit the memory of this process.
   *
   * @throws UnsupportedException if they do not
   */
  public void checkMemory() {
    List<ChunkRepresentation> forms = new ArrayList<>(List.of(representation));
    arraySteps.forEach(step -> forms.add(step.codec().encoded()));
    ChunkLimits.checkMemory(forms);
  }

  /** Whether chunks are shards that are encoded one inner chunk after the other. */
  public boolean encodesParts() {
    return partial().isPresent() && arraySteps.isEmpty();
  }

  /** What does the work for one thread; to be closed by the caller. */
  public ChunkCoder newCoder() {
    return newCoder(FillChunks.OMITTED);
  }

  /**
   * What does the work for one thread; to be closed by the caller.
   *
   * @param fillChunks what becomes of chunks, and of inner chunks, that hold the fill value alone
   */
  public ChunkCoder newCoder(FillChunks fillChunks) {
    return new ChunkCoder(this, fillChunks);
  }

  EncodedSize encodedSize() {
    return encodedSize;
  }

  /** The codec that parts can be read from, unless other codecs wrap what it gives. */
  Optional<PartialCodec> partial() {
    return byteSteps.isEmpty() && toBytes instanceof PartialCodec partial
        ? Optional.of(partial)
        : Optional.empty();
  }

  List<ArrayStep> arraySteps() {
    return arraySteps;
  }

  ArrayToBytesCodec toBytes() {
    return toBytes;
  }

  String toBytesName() {
    return toBytesName;
  }

  List<ByteStep> byteSteps() {
    return byteSteps;
  }
}
