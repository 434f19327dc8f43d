package dev.espalier.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a selection reads is what picking the elements one by one gives. */
class SelectionReadingTest {
  private static final int SELECTIONS = 120;

  /** Elements of 1, 2, 4, 8 and 16 bytes, and of none in particular. */
  static List<DataType> types() {
    return List.of(
        CoreType.UINT8,
        CoreType.INT16,
        CoreType.FLOAT32,
        CoreType.INT64,
        CoreType.COMPLEX128,
        ExtensionType.STRING);
  }

  @ParameterizedTest
  @MethodSource("types")
  void selectedElementsAreThoseThatAreSelected(DataType type) {
    Random random = new Random(31);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    Execution together = new Execution(pool, 3, 1 << 20, ProgressListener.none());
    try {
      for (int i = 0; i < SELECTIONS; i++) {
        Shape shape = shape(random);
        Block elements = block(random, type, shape);
        Watched source = new Watched(elements, tiles(random, shape));
        Selection selection = selection(random, shape);
        Block expected = pick(elements, selection);

        Block alone = source.read(selection);
        assertThat(alone.shape()).isEqualTo(selection.shape());
        assertThat(alone.mismatch(expected)).as("%s of %s", selection, shape).isEqualTo(-1);
        source.assertOnlyTilesThatHoldSome(selection);

        Block several = Block.allocate(type, selection.shape());
        source.read(selection, several, together);
        assertThat(several.mismatch(expected)).as("%s of %s", selection, shape).isEqualTo(-1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aSelectionIsOfTheArrayThatItIsReadFrom() {
    Watched source = new Watched(Block.allocate(CoreType.UINT8, Shape.of(4)), Optional.empty());
    Selection other = Selection.all(Shape.of(5));

    assertThatThrownBy(() -> source.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a selection of an array of shape [5] from one of shape [4]");
    Selection fits = Selection.all(Shape.of(4)).range(0, 0, 4, 2);
    Block wrong = Block.allocate(CoreType.UINT8, Shape.of(3));
    assertThatThrownBy(() -> source.read(fits, wrong, Execution.onCallingThread()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block of shape [3] for a selection of shape [2]");
  }

  @Test
  void aBlockThatLiesTheOtherWayIsRefused() {
    ArraySource source = ArraySource.of(Block.allocate(CoreType.UINT8, Shape.of(3, 4)));
    Block turned = Block.allocate(CoreType.UINT8, Shape.of(4, 3));
    Selection all = Selection.all(Shape.of(3, 4));
    Region region = Region.all(Shape.of(3, 4));

    assertThatThrownBy(() -> source.read(all, turned, Execution.onCallingThread()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block of shape [4, 3] for a selection of shape [3, 4]");
    assertThatThrownBy(() -> source.read(region, turned, Execution.onCallingThread()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block of shape [4, 3] for a region of shape [3, 4]");
  }

  /** A source that remembers what was read. */
  private static final class Watched implements ArraySource {
    private final Block elements;
    private final Optional<Tiling> tiles;
    private final ConcurrentLinkedQueue<Region> read = new ConcurrentLinkedQueue<>();

    Watched(Block elements, Optional<Tiling> tiles) {
      this.elements = elements;
      this.tiles = tiles;
    }

    @Override
    public DataType dataType() {
      return elements.dataType();
    }

    @Override
    public Shape shape() {
      return elements.shape();
    }

    @Override
    public Optional<Tiling> preferredTiling() {
      return tiles;
    }

    @Override
    public void read(Region region, Block into) {
      read.add(region);
      into.copyFrom(elements, region, new long[region.rank()]);
    }

    void assertOnlyTilesThatHoldSome(Selection selection) {
      if (tiles.isPresent()) {
        Set<ChunkIndex> holding = new HashSet<>();
        for (long[] place : places(selection)) {
          long[] ones = new long[place.length];
          Arrays.fill(ones, 1);
          holding.add(tiles.get().first(Region.of(place, Shape.of(ones))));
        }
        Set<ChunkIndex> touched = new HashSet<>();
        read.forEach(region -> tiles.get().touching(region).forEach(touched::add));
        assertThat(touched).as("%s", selection).isEqualTo(holding);
      }
      read.clear();
    }
  }

  private static Shape shape(Random random) {
    long[] extents = new long[random.nextInt(4)];
    for (int d = 0; d < extents.length; d++) {
      extents[d] = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(12);
    }
    return Shape.of(extents);
  }

  private static Optional<Tiling> tiles(Random random, Shape shape) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    List<EdgeLengths> edges = new ArrayList<>();
    for (int d = 0; d < shape.rank(); d++) {
      EdgeLengths.Builder list = EdgeLengths.list();
      for (long covered = 0; covered <= shape.extent(d); ) {
        long length = 1L + random.nextInt(5);
        list.add(length, 1);
        covered += length;
      }
      edges.add(random.nextBoolean() ? list.build() : EdgeLengths.repeated(1L + random.nextInt(5)));
    }
    return Optional.of(Tiling.of(shape, edges));
  }

  private static Selection selection(Random random, Shape shape) {
    Selection selection = Selection.all(shape);
    for (int d = 0; d < shape.rank(); d++) {
      int extent = (int) shape.extent(d);
      int from = random.nextInt(extent + 1);
      int to = from + random.nextInt(extent - from + 1);
      int step = 1 + random.nextInt(5);
      switch (random.nextInt(4)) {
        case 0 -> selection = extent == 0 ? selection : selection.at(d, random.nextInt(extent));
        case 1 -> selection = selection.range(d, from, to, step);
        case 2 -> selection = selection.range(d, to - 1, from - 1, -step);
        default -> {}
      }
    }
    return selection;
  }

  private static Block block(Random random, DataType type, Shape shape) {
    Block block = Block.allocate(type, shape);
    if (block instanceof BitsBlock bits) {
      random.nextBytes(bits.bytes());
    } else {
      String[] texts = ((TextBlock) block).texts();
      for (int i = 0; i < texts.length; i++) {
        texts[i] = "text " + i;
      }
    }
    return block;
  }

  /** Every place that is selected, in order, by counting alone. */
  private static List<long[]> places(Selection selection) {
    List<long[]> places = new ArrayList<>(List.of(new long[0]));
    for (int d = 0; d < selection.arrayShape().rank(); d++) {
      List<long[]> longer = new ArrayList<>();
      for (long[] place : places) {
        for (long i = 0; i < selection.counts().extent(d); i++) {
          long[] next = Arrays.copyOf(place, place.length + 1);
          next[place.length] = selection.start(d) + i * selection.step(d);
          longer.add(next);
        }
      }
      places = longer;
    }
    return places;
  }

  private static Block pick(Block elements, Selection selection) {
    Block picked = Block.allocate(elements.dataType(), selection.shape());
    int at = 0;
    for (long[] place : places(selection)) {
      int from = 0;
      for (int d = 0; d < place.length; d++) {
        from = (int) (from * elements.shape().extent(d) + place[d]);
      }
      if (picked instanceof BitsBlock bits) {
        int size = bits.elementSize();
        System.arraycopy(
            ((BitsBlock) elements).bytes(), from * size, bits.bytes(), at * size, size);
      } else {
        ((TextBlock) picked).texts()[at] = ((TextBlock) elements).texts()[from];
      }
      at++;
    }
    return picked;
  }

  @Test
  void blocksShareTheirElementsUnderAnotherShape() {
    Block texts = Block.allocate(ExtensionType.STRING, Shape.of(2, 3));
    Block flat = texts.withShape(Shape.of(6));
    flat.fill(new TextFill("x"));

    assertThat(texts.elementToJson(5)).isEqualTo(JsonValue.of("x"));
    assertThatThrownBy(() -> texts.withShape(Shape.of(5)))
        .hasMessage("elements of shape [2, 3] as [5]");
  }
}
