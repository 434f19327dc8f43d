package dev.espalier.model.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Selection;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazySourceTest {
  private static final Shape SHAPE = Shape.of(4);

  private final AtomicInteger openings = new AtomicInteger();
  private final ArraySource source =
      new LazySource(
          ArraySpec.builder().dataType(CoreType.UINT8).shape(SHAPE).build(),
          () -> {
            openings.incrementAndGet();
            return ArraySource.of(BitsBlock.over(CoreType.UINT8, SHAPE, new byte[] {1, 2, 3, 4}));
          });

  @Test
  void nothingIsOpenedBeforeElementsAreAskedFor() {
    assertThat(source.shape()).isEqualTo(SHAPE);
    assertThat(source.dataType()).isEqualTo(CoreType.UINT8);

    assertThat(openings).hasValue(0);
  }

  @Test
  void itIsOpenedOnceHoweverItIsRead() {
    Block into = Block.allocate(CoreType.UINT8, SHAPE);
    Region middle = Region.of(new long[] {1}, Shape.of(2));

    source.read(Region.all(SHAPE), into, Execution.onCallingThread());
    assertThat(((BitsBlock) into).bytes()).containsExactly(1, 2, 3, 4);
    source.read(middle, into, 2);
    assertThat(((BitsBlock) into).bytes()).containsExactly(1, 2, 2, 3);
    assertThat(((BitsBlock) source.read(middle)).bytes()).containsExactly(2, 3);
    assertThat(((BitsBlock) source.read(Selection.all(SHAPE).range(0, 0, 4, 2))).bytes())
        .containsExactly(1, 3);

    assertThat(openings).hasValue(1);
  }
}
