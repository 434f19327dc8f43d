package dev.espalier.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReorderedSourceTest {
  private static final Shape SHAPE = Shape.of(2, 3, 4, 5);

  private static ArraySource counting() {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, SHAPE);
    for (int i = 0; i < SHAPE.elementCount(); i++) {
      block.bytes()[2 * i] = (byte) i;
      block.bytes()[2 * i + 1] = 7;
    }
    return new MemoryFormat.HeldArray(block);
  }

  static Stream<List<Integer>> orders() {
    return Stream.of(
        List.of(3, 2, 1, 0), List.of(3, 0, 1, 2), List.of(1, 2, 3, 0), List.of(0, 1, 3, 2));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyElementIsWhereTheOrderPutsIt(List<Integer> order) {
    ArraySource reordered = ReorderedSource.of(counting(), order);
    Region region = Region.of(new long[] {1, 0, 1, 0}, Shape.of(1, 2, 1, 2));

    BitsBlock block = (BitsBlock) reordered.read(region);

    long[] sizes = order.stream().mapToLong(SHAPE::extent).toArray();
    assertThat(reordered.shape()).isEqualTo(Shape.of(sizes));
    int at = 0;
    for (long b = 0; b < 2; b++) {
      for (long d = 0; d < 2; d++) {
        assertThat(block.bytes()[at]).isEqualTo((byte) offset(order, 1, b, 1, d));
        assertThat(block.bytes()[at + 1]).isEqualTo((byte) 7);
        at += 2;
      }
    }
  }

  /** Where the element at an index of the reordered array lies in the array itself. */
  private static long offset(List<Integer> order, long... index) {
    long[] source = new long[index.length];
    for (int d = 0; d < index.length; d++) {
      source[order.get(d)] = index[d];
    }
    return ((source[0] * 3 + source[1]) * 4 + source[2]) * 5 + source[3];
  }

  @Test
  void textsAreReorderedAsWell() {
    TextBlock block = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(2, 2));
    block.texts()[1] = "upper right";
    ArraySource turned = ReorderedSource.of(new MemoryFormat.HeldArray(block), List.of(1, 0));

    assertThat(((TextBlock) turned.read(Region.all(turned.shape()))).texts())
        .containsExactly("", "", "upper right", "");
  }

  @Test
  void anOrderThatStaysIsTheSourceItself() {
    ArraySource source = counting();
    assertThat(ReorderedSource.of(source, List.of())).isSameAs(source);
  }

  @Test
  void nothingIsReadOfAnEmptyRegion() {
    ArraySource turned = ReorderedSource.of(counting(), List.of(3, 2, 1, 0));
    assertThat(turned.read(Region.of(new long[4], Shape.of(0, 1, 1, 1))).shape().isEmpty())
        .isTrue();
  }
}
