package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What an array of bytes has to be, kept element by element and without any idea of chunks. */
final class Model {
  private final byte fill;
  private final Map<List<Long>, Byte> elements = new HashMap<>();
  private Shape shape;

  Model(Shape shape, int fill) {
    this.shape = shape;
    this.fill = (byte) fill;
  }

  Model copy() {
    Model copy = new Model(shape, fill);
    copy.elements.putAll(elements);
    return copy;
  }

  Shape shape() {
    return shape;
  }

  void write(Region region, Block block) {
    byte[] bytes = ((BitsBlock) block).bytes();
    List<List<Long>> places = places(region);
    for (int i = 0; i < places.size(); i++) {
      elements.put(places.get(i), bytes[i]);
    }
  }

  void resize(Shape other) {
    shape = other;
    elements
        .keySet()
        .removeIf(
            place -> {
              for (int d = 0; d < place.size(); d++) {
                if (place.get(d) >= other.extent(d)) {
                  return true;
                }
              }
              return false;
            });
  }

  /** All elements in C order. */
  byte[] bytes() {
    List<List<Long>> places = places(Region.all(shape));
    byte[] bytes = new byte[places.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = elements.getOrDefault(places.get(i), fill);
    }
    return bytes;
  }

  private static List<List<Long>> places(Region region) {
    List<List<Long>> places = new ArrayList<>(List.of(List.of()));
    for (int d = 0; d < region.rank(); d++) {
      List<List<Long>> longer = new ArrayList<>();
      for (List<Long> place : places) {
        for (long at = region.start(d); at < region.end(d); at++) {
          List<Long> next = new ArrayList<>(place);
          next.add(at);
          longer.add(next);
        }
      }
      places = longer;
    }
    return places;
  }

  /** A box within a shape, which may be empty. */
  static Region region(Random random, Shape shape) {
    long[] origin = new long[shape.rank()];
    long[] extents = new long[shape.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = random.nextInt((int) shape.extent(d) + 1);
      extents[d] = random.nextInt((int) (shape.extent(d) - origin[d]) + 1);
    }
    return Region.of(origin, Shape.of(extents));
  }

  /** Elements of which now and then all are the fill value. */
  static Block block(Random random, Shape shape, int fill) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT8, shape);
    boolean filled = random.nextInt(4) == 0;
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) (filled ? fill : random.nextInt(256));
    }
    return block;
  }
}
