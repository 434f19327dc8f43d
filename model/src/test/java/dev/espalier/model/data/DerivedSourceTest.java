package dev.espalier.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivedSourceTest {
  private static final Shape INPUT = Shape.of(1500, 2100);
  private static final MeanDownsampling HALVES = MeanDownsampling.by(2, 2);

  /** Elements that follow from their place; every box that is read is noted. */
  private static final class NotedSource implements ArraySource {
    private final Optional<Shape> chunks;
    private final List<Region> read = new ArrayList<>();

    NotedSource(Optional<Shape> chunks) {
      this.chunks = chunks;
    }

    @Override
    public DataType dataType() {
      return CoreType.UINT8;
    }

    @Override
    public Shape shape() {
      return INPUT;
    }

    @Override
    public Optional<Shape> preferredShape() {
      return chunks;
    }

    @Override
    public void read(Region region, Block into) {
      read.add(region);
      byte[] bytes = ((BitsBlock) into).bytes();
      int at = 0;
      for (long y = region.start(0); y < region.end(0); y++) {
        for (long x = region.start(1); x < region.end(1); x++) {
          bytes[at++] = (byte) (y * 31 + x * 17 + y * x);
        }
      }
    }

    /** How many chunks had to be read, counted box by box. */
    long chunksTouched(long extent) {
      return read.stream()
          .mapToLong(box -> touched(box, 0, extent) * touched(box, 1, extent))
          .sum();
    }

    private static long touched(Region box, int dimension, long extent) {
      return (box.end(dimension) - 1) / extent - box.start(dimension) / extent + 1;
    }
  }

  private static byte[] bytes(Block block) {
    return ((BitsBlock) block).bytes();
  }

  @Test
  void readsEachChunkOfItsInputOnceThoughItReadsInPieces() {
    NotedSource input = new NotedSource(Optional.of(Shape.of(300, 300)));
    DerivedSource derived = new DerivedSource(input, HALVES);

    derived.read(Region.all(derived.shape()));

    assertThat(input.read).hasSizeGreaterThan(1);
    assertThat(input.chunksTouched(300)).isEqualTo(5 * 7);
  }

  @Test
  void computesTheSameInPiecesAsInOne() {
    NotedSource input = new NotedSource(Optional.of(Shape.of(300, 300)));
    DerivedSource derived = new DerivedSource(input, HALVES);
    Block inOne = Block.allocate(derived.dataType(), derived.shape());
    HALVES.apply(input.read(Region.all(INPUT)), inOne);

    Block inPieces = derived.read(Region.all(derived.shape()));
    Block withoutChunks =
        new DerivedSource(new NotedSource(Optional.empty()), HALVES)
            .read(Region.all(derived.shape()));
    Region box = Region.of(new long[] {101, 7}, Shape.of(600, 1000));
    Block part = Block.allocate(derived.dataType(), box.shape());
    part.copyFrom(inOne, box, 0, 0);

    assertThat(bytes(inPieces)).isEqualTo(bytes(inOne));
    assertThat(bytes(withoutChunks)).isEqualTo(bytes(inOne));
    assertThat(bytes(derived.read(box))).isEqualTo(bytes(part));
  }

  @Test
  void prefersWhatBecomesOfWholeChunks() {
    assertThat(
            new DerivedSource(new NotedSource(Optional.of(Shape.of(300, 5000))), HALVES)
                .preferredShape())
        .contains(Shape.of(150, 1050));
    assertThat(new DerivedSource(new NotedSource(Optional.empty()), HALVES).preferredShape())
        .isEmpty();
  }

  @Test
  void holdsNoMoreInputThanItSays() {
    NotedSource input = new NotedSource(Optional.of(Shape.of(1500, 2100)));
    DerivedSource derived = new DerivedSource(input, HALVES);

    derived.read(Region.all(derived.shape()));

    assertThat(input.read)
        .allSatisfy(
            box ->
                assertThat(2 * box.shape().elementCount())
                    .isLessThanOrEqualTo(derived.pieceBytes()));
  }
}
