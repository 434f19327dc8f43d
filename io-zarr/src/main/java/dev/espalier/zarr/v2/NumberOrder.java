package dev.espalier.zarr.v2;

import dev.espalier.model.type.NumberRun;
import java.util.List;

/** Turns the bytes of the numbers of one element around. */
final class NumberOrder {
  private NumberOrder() {}

  /** The element with the bytes of each of its numbers in the other order. */
  private static byte[] reversed(List<NumberRun> swapped, byte[] element) {
    byte[] turned = new byte[element.length];
    int at = 0;
    for (NumberRun run : swapped) {
      for (int number = 0; number < run.count(); number++) {
        for (int i = 0; i < run.size(); i++) {
          turned[at + i] = element[at + run.size() - 1 - i];
        }
        at += run.size();
      }
    }
    return turned;
  }

  /** An element with the least significant bytes first, from the order of its type or back. */
  static byte[] littleEndian(Dtype dtype, byte[] element) {
    return dtype.swapped().isEmpty() ? element : reversed(dtype.swapped(), element);
  }
}
