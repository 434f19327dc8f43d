package dev.espalier.model.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws shapes and regions, and lists elements one by one. */
public final class Shapes {
  private Shapes() {}

  /** A shape of a rank and with extents within bounds. */
  public static Shape random(Random random, int minRank, int maxRank, int min, int max) {
    return random(random, minRank + random.nextInt(maxRank - minRank + 1), min, max);
  }

  /** A shape of that rank with extents within bounds. */
  public static Shape random(Random random, int rank, int min, int max) {
    return Shape.of(random.ints(rank, min, max + 1).asLongStream().toArray());
  }

  /** A region of an array, often empty, sometimes all of it. */
  public static Region regionOf(Shape array, Random random) {
    long[] origin = new long[array.rank()];
    long[] extents = new long[array.rank()];
    for (int d = 0; d < origin.length; d++) {
      if (random.nextInt(3) == 0) {
        extents[d] = array.extent(d);
      } else {
        origin[d] = random.nextLong(array.extent(d) + 1);
        extents[d] = random.nextLong(array.extent(d) - origin[d] + 1);
      }
    }
    return Region.of(origin, Shape.of(extents));
  }

  /** The positions of a region's elements in C order. */
  public static List<List<Long>> elements(Region region) {
    List<List<Long>> elements = List.of(List.of());
    for (int d = 0; d < region.rank(); d++) {
      List<List<Long>> longer = new ArrayList<>();
      for (List<Long> element : elements) {
        for (long at = region.start(d); at < region.end(d); at++) {
          List<Long> next = new ArrayList<>(element);
          next.add(at);
          longer.add(next);
        }
      }
      elements = longer;
    }
    return elements;
  }
}
