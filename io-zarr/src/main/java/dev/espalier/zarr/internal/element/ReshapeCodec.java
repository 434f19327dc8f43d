package dev.espalier.zarr.internal.element;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import java.util.ArrayList;
import java.util.List;

/**
 * The codec {@code reshape}, bound.
 *
 * <p>Dimensions fall into groups that have as many elements on both sides. Where one dimension
 * stays as it is, boxes can be cut along it; all other groups have to be decoded as a whole.
 */
final class ReshapeCodec implements ArrayToArrayCodec {
  private final Shape decoded;
  private final ChunkRepresentation encoded;
  private final List<Group> groups = new ArrayList<>();

  /** Dimensions of the decoded chunk, up to an end, and those of the encoded one they become. */
  private record Group(int start, int end, int encodedStart, int encodedEnd) {
    boolean isOneDimension() {
      return end - start == 1 && encodedEnd - encodedStart == 1;
    }
  }

  /** Extents on both sides, with as many elements. */
  ReshapeCodec(Shape decoded, ChunkRepresentation encoded) {
    this.decoded = decoded;
    this.encoded = encoded;
    Shape other = encoded.shape();
    int i = 0;
    int j = 0;
    while (i < decoded.rank() || j < other.rank()) {
      int start = i;
      int encodedStart = j;
      long count = i < decoded.rank() ? decoded.extent(i++) : 1;
      long encodedCount = j < other.rank() ? other.extent(j++) : 1;
      while (count != encodedCount) {
        if (count < encodedCount) {
          count *= decoded.extent(i++);
        } else {
          encodedCount *= other.extent(j++);
        }
      }
      groups.add(new Group(start, i, encodedStart, j));
    }
  }

  @Override
  public ChunkRepresentation encoded() {
    return encoded;
  }

  @Override
  public Region decodableRegion(Region wanted) {
    long[] origin = new long[decoded.rank()];
    long[] extents = decoded.toArray();
    for (Group group : groups) {
      if (group.isOneDimension()) {
        origin[group.start] = wanted.start(group.start);
        extents[group.start] = wanted.shape().extent(group.start);
      }
    }
    return Region.of(origin, Shape.of(extents));
  }

  @Override
  public Region encodedRegion(Region box) {
    long[] origin = new long[encoded.shape().rank()];
    long[] extents = encoded.shape().toArray();
    for (Group group : groups) {
      if (group.isOneDimension()) {
        origin[group.encodedStart] = box.start(group.start);
        extents[group.encodedStart] = box.shape().extent(group.start);
      }
    }
    return Region.of(origin, Shape.of(extents));
  }

  @Override
  public Shape decodedShape(Shape box) {
    long[] extents = decoded.toArray();
    for (Group group : groups) {
      if (group.isOneDimension()) {
        extents[group.start] = box.extent(group.encodedStart);
      }
    }
    return Shape.of(extents);
  }

  @Override
  public void encode(Block source, Block into) {
    copy(source, into);
  }

  @Override
  public void decode(Block source, Block into) {
    copy(source, into);
  }

  private static void copy(Block source, Block into) {
    if (source instanceof BitsBlock bits) {
      System.arraycopy(bits.bytes(), 0, ((BitsBlock) into).bytes(), 0, bits.length());
    } else if (source instanceof TextBlock texts) {
      System.arraycopy(texts.texts(), 0, ((TextBlock) into).texts(), 0, texts.texts().length);
    } else {
      byte[][] values = ((BinaryBlock) source).values();
      System.arraycopy(values, 0, ((BinaryBlock) into).values(), 0, values.length);
    }
  }
}
