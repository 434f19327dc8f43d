package dev.espalier.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Shapes;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against a copy element by element. */
class BoxCopyTest {
  @ParameterizedTest
  @ValueSource(strings = {"uint8", "int16", "complex128", "r24"})
  void elementsOfAnySizeAreCopied(String type) {
    Random random = new Random(type.hashCode());
    for (int i = 0; i < 2_000; i++) {
      Case drawn = new Case(random);
      BitsBlock source = randomBlock(DataType.named(type), drawn.source, random);
      BitsBlock target = randomBlock(DataType.named(type), drawn.target, random);
      byte[] expected = target.bytes().clone();
      int size = source.elementSize();
      drawn.forEachElement(
          (from, to) -> System.arraycopy(source.bytes(), from * size, expected, to * size, size));

      target.copyFrom(source, drawn.from, drawn.to);

      assertThat(target.bytes()).as(drawn.toString()).isEqualTo(expected);
    }
  }

  @Test
  void textsAreCopied() {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      Case drawn = new Case(random);
      TextBlock source = (TextBlock) Block.allocate(ExtensionType.STRING, drawn.source);
      TextBlock target = (TextBlock) Block.allocate(ExtensionType.STRING, drawn.target);
      for (int t = 0; t < source.texts().length; t++) {
        source.texts()[t] = "s" + t;
      }
      String[] expected = target.texts().clone();
      drawn.forEachElement((from, to) -> expected[to] = source.texts()[from]);

      target.copyFrom(source, drawn.from, drawn.to);

      assertThat(target.texts()).as(drawn.toString()).isEqualTo(expected);
    }
  }

  @Test
  void aScalarIsCopied() {
    BitsBlock source = BitsBlock.over(CoreType.INT16, Shape.scalar(), new byte[] {1, 2});
    BitsBlock target = BitsBlock.allocate(CoreType.INT16, Shape.scalar());

    target.copyFrom(source, Region.all(Shape.scalar()));

    assertThat(target.bytes()).containsExactly(1, 2);
  }

  @Test
  void boxesThatLeaveABlockAreRefused() {
    BitsBlock source = BitsBlock.allocate(CoreType.UINT8, Shape.of(4, 6));
    BitsBlock target = BitsBlock.allocate(CoreType.UINT8, Shape.of(3, 3));
    Region box = Region.all(Shape.of(2, 2));

    for (long[] to :
        new long[][] {{2, 0}, {0, 2}, {-1, 0}, {Long.MAX_VALUE, 0}, {0}, {0, 0, 0}, {}}) {
      assertThatThrownBy(() -> target.copyFrom(source, box, to))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageStartingWith("box 0:2,0:2 of [4, 6] to [");
    }
    assertThatThrownBy(
            () -> target.copyFrom(source, Region.of(new long[] {3, 0}, Shape.of(2, 2)), 0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("box 3:5,0:2 of [4, 6] to [0, 0] of [3, 3]");
    assertThatThrownBy(() -> target.copyFrom(source, Region.all(Shape.of(2)), 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void otherDataTypesAreRefused() {
    Block ints = Block.allocate(CoreType.INT16, Shape.of(2));
    Block unsigned = Block.allocate(CoreType.UINT16, Shape.of(2));
    Block texts = Block.allocate(ExtensionType.STRING, Shape.of(2));

    assertThatThrownBy(() -> ints.copyFrom(unsigned, Region.all(Shape.of(2)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("copying uint16 into int16");
    assertThatThrownBy(() -> ints.copyFrom(texts, Region.all(Shape.of(2)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("copying string into int16");
    assertThatThrownBy(() -> texts.copyFrom(ints, Region.all(Shape.of(2)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("copying int16 into string");
  }

  @Test
  void bytesBeyondTheElementsAreLeftAlone() {
    byte[] bytes = new byte[10];
    BitsBlock target = BitsBlock.over(new RawBits(24), Shape.of(3), bytes);
    bytes[9] = 77;
    BitsBlock source =
        BitsBlock.over(new RawBits(24), Shape.of(3), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    target.copyFrom(source, Region.all(Shape.of(3)), 0);

    assertThat(bytes).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 77);
  }

  private static BitsBlock randomBlock(DataType type, Shape shape, Random random) {
    BitsBlock block = BitsBlock.allocate(type, shape);
    random.nextBytes(block.bytes());
    return block;
  }

  private interface ElementCopy {
    void copy(int from, int to);
  }

  /** Two shapes and a box that fits both. */
  private static final class Case {
    private final Shape source;
    private final Shape target;
    private final Region from;
    private final long[] to;

    Case(Random random) {
      source = Shapes.random(random, 0, 5, 0, 5);
      from = Shapes.regionOf(source, random);
      long[] extents = from.shape().toArray();
      to = new long[extents.length];
      for (int d = 0; d < to.length; d++) {
        if (random.nextBoolean()) {
          to[d] = random.nextInt(3);
          extents[d] += to[d] + random.nextInt(3);
        }
      }
      target = Shape.of(extents);
    }

    void forEachElement(ElementCopy copy) {
      for (List<Long> element : Shapes.elements(from)) {
        List<Long> moved = new ArrayList<>();
        for (int d = 0; d < to.length; d++) {
          moved.add(element.get(d) - from.start(d) + to[d]);
        }
        copy.copy(index(element, source), index(moved, target));
      }
    }

    private static int index(List<Long> element, Shape shape) {
      long index = 0;
      for (int d = 0; d < shape.rank(); d++) {
        index = index * shape.extent(d) + element.get(d);
      }
      return (int) index;
    }

    @Override
    public String toString() {
      return from + " of " + source + " into " + target;
    }
  }
}
