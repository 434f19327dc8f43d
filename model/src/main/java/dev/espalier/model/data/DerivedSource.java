package dev.espalier.model.data;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Elements that are computed from another source whenever they are read; large boxes in pieces, so
 * that the input of one piece stays small.
 */
public final class DerivedSource implements ArraySource {
  private static final long MOST_INPUT_ELEMENTS = 1 << 20;

  private final ArraySource input;
  private final BlockOperation operation;
  private final ConcurrentLinkedQueue<Workplace> idle = new ConcurrentLinkedQueue<>();

  /** Memory that one reading uses at a time, kept for the next. */
  private static final class Workplace {
    private final BlockBuffer input;
    private final BlockBuffer output;

    Workplace(DataType type) {
      this.input = new BlockBuffer(type);
      this.output = new BlockBuffer(type);
    }
  }

  /**
   * What an operation makes of the elements of another source.
   *
   * @param input the elements that are computed with
   * @param operation how the elements follow from them; it has to accept their type
   */
  public DerivedSource(ArraySource input, BlockOperation operation) {
    this.input = input;
    this.operation = operation;
  }

  @Override
  public DataType dataType() {
    return input.dataType();
  }

  @Override
  public Shape shape() {
    return operation.outputShape(input.shape());
  }

  /** What becomes of the boxes that are cheap to read of the input. */
  @Override
  public Optional<Shape> preferredShape() {
    return input
        .preferredShape()
        .map(box -> clipped(operation.outputShape(clipped(box, input.shape())), shape()));
  }

  @Override
  public void read(Region region, Block into) {
    if (region.shape().isEmpty()) {
      return;
    }
    Workplace pooled = idle.poll();
    Workplace workplace = pooled == null ? new Workplace(dataType()) : pooled;
    Tiling pieces = Tiling.of(region.shape(), pieceShape(region));
    for (ChunkIndex index : pieces.all()) {
      readPiece(region, pieces.region(index), into, workplace);
    }
    idle.add(workplace);
  }

  /** Reads a box whose place is told relative to the region. */
  private void readPiece(Region region, Region piece, Block into, Workplace workplace) {
    Region output = moved(piece, region);
    Region needed = operation.inputRegion(output, input.shape());
    Block from = workplace.input.ofShape(needed.shape());
    input.read(needed, from);
    if (piece.shape().equals(region.shape())) {
      operation.apply(from, into);
      return;
    }
    Block part = workplace.output.ofShape(piece.shape());
    operation.apply(from, part);
    into.copyFrom(part, Region.all(piece.shape()), starts(piece));
  }

  /**
   * A shape of pieces that need little input: grown from boxes that are whole chunks of the input,
   * so that no chunk is read for two pieces, or else the region's own shape, halved until it fits.
   */
  private Shape pieceShape(Region region) {
    Optional<Shape> grown =
        preferredShape()
            .map(preferred -> clipped(preferred, region.shape()))
            .filter(shape -> fits(region, shape))
            .map(shape -> grown(region, shape));
    if (grown.isPresent()) {
      return grown.get();
    }
    Shape shape = region.shape();
    while (shape.elementCount() > 1 && !fits(region, shape)) {
      int longest = longestDimension(shape);
      shape = shape.with(longest, (shape.extent(longest) + 1) / 2);
    }
    return shape;
  }

  /** Doubles extents, the fastest first, as long as pieces need little input. */
  private Shape grown(Region region, Shape start) {
    Shape shape = start;
    for (int d = shape.rank() - 1; d >= 0; d--) {
      boolean fits = true;
      while (fits && shape.extent(d) < region.shape().extent(d)) {
        Shape larger = shape.with(d, Math.min(2 * shape.extent(d), region.shape().extent(d)));
        fits = fits(region, larger);
        shape = fits ? larger : shape;
      }
    }
    return shape;
  }

  private boolean fits(Region region, Shape piece) {
    Region needed = operation.inputRegion(Region.of(starts(region), piece), input.shape());
    return needed.shape().elementCount() <= MOST_INPUT_ELEMENTS;
  }

  private static Shape clipped(Shape shape, Shape most) {
    Shape clipped = shape;
    for (int d = 0; d < shape.rank(); d++) {
      clipped = clipped.with(d, Math.max(1, Math.min(shape.extent(d), most.extent(d))));
    }
    return clipped;
  }

  private static Region moved(Region box, Region within) {
    long[] start = starts(box);
    for (int d = 0; d < start.length; d++) {
      start[d] += within.start(d);
    }
    return Region.of(start, box.shape());
  }

  private static long[] starts(Region region) {
    long[] starts = new long[region.rank()];
    for (int d = 0; d < starts.length; d++) {
      starts[d] = region.start(d);
    }
    return starts;
  }

  private static int longestDimension(Shape shape) {
    int longest = 0;
    for (int d = 1; d < shape.rank(); d++) {
      if (shape.extent(d) > shape.extent(longest)) {
        longest = d;
      }
    }
    return longest;
  }

  /**
   * How many bytes a reading takes at a time, beside the block that is filled and the input's own.
   */
  public long pieceBytes() {
    return 2 * MOST_INPUT_ELEMENTS * input.dataType().byteSize().orElse(1);
  }
}
