package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import java.util.List;
import java.util.Random;

/**
 * A change of an array, and of the model that it is compared with.
 *
 * @param kind what is done
 * @param shape of what is written or appended, or what the array becomes
 * @param seed of the elements
 */
record Step(Kind kind, Shape shape, int seed) {
  private static final int LARGEST = 14;

  enum Kind {
    WRITE,
    RESIZE,
    APPEND_ROWS,
    APPEND_COLUMNS
  }

  static Step random(Random random, Shape now) {
    return random.nextInt(3) == 0
        ? new Step(Kind.WRITE, now, random.nextInt())
        : ofShape(random, now);
  }

  static Step ofShape(Random random, Shape now) {
    int more = 1 + random.nextInt(5);
    return switch (random.nextInt(4)) {
      case 0 -> new Step(Kind.APPEND_ROWS, now.with(0, more), random.nextInt());
      case 1 -> new Step(Kind.APPEND_COLUMNS, now.with(1, more), random.nextInt());
      default ->
          new Step(Kind.RESIZE, Shape.of(random.nextInt(LARGEST), random.nextInt(LARGEST)), 0);
    };
  }

  /** Growing and shrinking along each dimension and both at once, and appending. */
  static List<Step> ofEveryKind(Shape now) {
    return List.of(
        new Step(Kind.RESIZE, Shape.of(3, 5), 0),
        new Step(Kind.RESIZE, Shape.of(12, 13), 0),
        new Step(Kind.RESIZE, Shape.of(2, 15), 0),
        new Step(Kind.RESIZE, Shape.of(15, 3), 0),
        new Step(Kind.RESIZE, Shape.of(0, 10), 0),
        new Step(Kind.APPEND_ROWS, now.with(0, 4), 3),
        new Step(Kind.APPEND_COLUMNS, now.with(1, 3), 4));
  }

  void apply(ChangeableArray array, Model model) {
    Random random = new Random(seed);
    switch (kind) {
      case WRITE -> {
        Region region = Model.region(random, shape);
        Block block = Model.block(random, region.shape(), Standing.FILL);
        array.write(region, block);
        model.write(region, block);
      }
      case RESIZE -> {
        array.resize(shape);
        model.resize(shape);
      }
      case APPEND_ROWS -> append(0, random, array, model);
      case APPEND_COLUMNS -> append(1, random, array, model);
    }
  }

  private void append(int dimension, Random random, ChangeableArray array, Model model) {
    Block block = Model.block(random, shape, Standing.FILL);
    array.append(dimension, block);
    long[] origin = new long[2];
    origin[dimension] = model.shape().extent(dimension);
    model.resize(model.shape().with(dimension, origin[dimension] + shape.extent(dimension)));
    model.write(Region.of(origin, shape), block);
  }
}
