package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;

/** The elements of another array, with its dimensions in another order. */
final class ReorderedSource implements ArraySource {
  private final ArraySource source;
  private final int[] order;

  /**
   * @param order for each dimension of this array, the dimension of the source that becomes it
   */
  private ReorderedSource(ArraySource source, List<Integer> order) {
    this.source = source;
    this.order = order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The source itself where the order stays, which an empty list says. */
  static ArraySource of(ArraySource source, List<Integer> order) {
    return order.isEmpty() ? source : new ReorderedSource(source, order);
  }

  /** A shape with its extents in another order; an empty list leaves them as they are. */
  static Shape reorder(Shape shape, List<Integer> order) {
    return order.isEmpty() ? shape : Shape.of(order.stream().mapToLong(shape::extent).toArray());
  }

  @Override
  public DataType dataType() {
    return source.dataType();
  }

  @Override
  public Shape shape() {
    return reordered(source.shape());
  }

  @Override
  public Optional<Shape> preferredShape() {
    return source.preferredShape().map(this::reordered);
  }

  @Override
  public void read(Region region, Block into) {
    long[] start = new long[order.length];
    long[] extents = new long[order.length];
    for (int d = 0; d < order.length; d++) {
      start[order[d]] = region.start(d);
      extents[order[d]] = region.shape().extent(d);
    }
    Block block = source.read(Region.of(start, Shape.of(extents)));
    if (block.shape().isEmpty()) {
      return;
    }
    if (block instanceof BitsBlock from && into instanceof BitsBlock to) {
      copy(from, to);
    } else {
      copy(block, slots(block), slots(into), into.shape());
    }
  }

  private void copy(BitsBlock from, BitsBlock to) {
    int size = from.elementSize();
    byte[] source = from.bytes();
    byte[] target = to.bytes();
    new Walk(from.shape(), to.shape(), order)
        .run((at, offset) -> System.arraycopy(source, offset * size, target, at * size, size));
  }

  private void copy(Block from, Object[] source, Object[] target, Shape shape) {
    new Walk(from.shape(), shape, order).run((at, offset) -> target[at] = source[offset]);
  }

  private static Object[] slots(Block block) {
    return block instanceof TextBlock texts ? texts.texts() : ((BinaryBlock) block).values();
  }

  private Shape reordered(Shape shape) {
    long[] extents = new long[order.length];
    for (int d = 0; d < order.length; d++) {
      extents[d] = shape.extent(order[d]);
    }
    return Shape.of(extents);
  }

  /** Is told which element of the source becomes which element of the target. */
  private interface Move {
    void move(int target, int source);
  }

  /** Visits the elements of the target in C order, with where each lies in the source. */
  private static final class Walk {
    private final Shape shape;
    private final int[] steps;

    Walk(Shape source, Shape target, int[] order) {
      this.shape = target;
      int[] sourceSteps = new int[order.length];
      int step = 1;
      for (int d = order.length - 1; d >= 0; d--) {
        sourceSteps[d] = step;
        step *= (int) source.extent(d);
      }
      this.steps = new int[order.length];
      for (int d = 0; d < order.length; d++) {
        steps[d] = sourceSteps[order[d]];
      }
    }

    void run(Move move) {
      int last = steps.length - 1;
      int run = (int) shape.extent(last);
      long[] index = new long[last];
      int target = 0;
      int offset = 0;
      while (true) {
        for (int i = 0; i < run; i++) {
          move.move(target++, offset + i * steps[last]);
        }
        int d = last - 1;
        for (; d >= 0; d--) {
          offset += steps[d];
          if (++index[d] < shape.extent(d)) {
            break;
          }
          offset -= (int) index[d] * steps[d];
          index[d] = 0;
        }
        if (d < 0) {
          return;
        }
      }
    }
  }
}
