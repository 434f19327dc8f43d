package dev.espalier.model.elements;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * All that rules ask of a run of elements.
 *
 * @param offset how many elements come before the run
 * @param count how many elements it has
 * @param first the first element, unless it is not finite
 * @param last the last element, unless it is not finite
 * @param least the least finite element, and where it is
 * @param greatest the greatest finite element, and where it is
 * @param sum the sum of the finite elements
 * @param fall where an element is less than the one before, or not finite; -1 for nowhere
 * @param repeat where an element is equal to the one before; -1 for nowhere
 * @param notFinite where an element is NaN or infinite; -1 for nowhere
 */
record Summary(
    long offset,
    long count,
    Optional<BigDecimal> first,
    Optional<BigDecimal> last,
    Optional<Found> least,
    Optional<Found> greatest,
    BigDecimal sum,
    long fall,
    long repeat,
    long notFinite) {

  /** An element and where it is. */
  record Found(BigDecimal value, long at) {}

  /** Whether elements of a type can be summed up at all. */
  static boolean accepts(DataType type) {
    return type instanceof CoreType core
        && (core.kind() == CoreType.Kind.SIGNED
            || core.kind() == CoreType.Kind.UNSIGNED
            || core.kind() == CoreType.Kind.FLOAT);
  }

  /**
   * Sums up a block.
   *
   * @param block elements that follow each other in C order, at least one
   */
  static Summary of(Block block, long offset) {
    CoreType type = (CoreType) block.dataType();
    BitsBlock bits = (BitsBlock) block;
    return type.kind() == CoreType.Kind.FLOAT
        ? ofFloats(Numbers.floats(bits, type), offset)
        : ofIntegers(Numbers.integers(bits, type), type, offset);
  }

  private static Summary ofIntegers(Numbers.Integers numbers, CoreType type, long offset) {
    boolean unsigned = type == CoreType.UINT64;
    // Comparing after flipping the sign bit orders 64 unsigned bits.
    long flip = unsigned ? Long.MIN_VALUE : 0;
    int count = numbers.count();
    long before = numbers.at(0);
    int least = 0;
    int greatest = 0;
    long low = before ^ flip;
    long high = low;
    long fall = -1;
    long repeat = -1;
    Total total = new Total(unsigned);
    total.add(before);
    for (int i = 1; i < count; i++) {
      long value = numbers.at(i);
      long ordered = value ^ flip;
      long orderedBefore = before ^ flip;
      if (ordered <= orderedBefore) {
        if (ordered == orderedBefore) {
          repeat = repeat < 0 ? offset + i : repeat;
        } else {
          fall = fall < 0 ? offset + i : fall;
        }
      }
      if (ordered < low) {
        low = ordered;
        least = i;
      } else if (ordered > high) {
        high = ordered;
        greatest = i;
      }
      total.add(value);
      before = value;
    }
    return new Summary(
        offset,
        count,
        Optional.of(decimal(numbers.at(0), unsigned)),
        Optional.of(decimal(before, unsigned)),
        Optional.of(new Found(decimal(low ^ flip, unsigned), offset + least)),
        Optional.of(new Found(decimal(high ^ flip, unsigned), offset + greatest)),
        new BigDecimal(total.value()),
        fall,
        repeat,
        -1);
  }

  private static Summary ofFloats(Numbers.Floats numbers, long offset) {
    int count = numbers.count();
    int least = -1;
    int greatest = -1;
    long fall = -1;
    long repeat = -1;
    long notFinite = -1;
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < count; i++) {
      double value = numbers.at(i);
      if (i > 0) {
        double before = numbers.at(i - 1);
        if (value == before) {
          repeat = repeat < 0 ? offset + i : repeat;
        } else if (!(value > before)) {
          fall = fall < 0 ? offset + i : fall;
        }
      }
      if (!Double.isFinite(value)) {
        notFinite = notFinite < 0 ? offset + i : notFinite;
        continue;
      }
      least = least < 0 || value < numbers.at(least) ? i : least;
      greatest = greatest < 0 || value > numbers.at(greatest) ? i : greatest;
      // Neumaier's sum: what is lost in each step is added at the end.
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    double total = sum + lost;
    return new Summary(
        offset,
        count,
        decimal(numbers.at(0)),
        decimal(numbers.at(count - 1)),
        found(numbers, least, offset),
        found(numbers, greatest, offset),
        Double.isFinite(total) ? new BigDecimal(total) : BigDecimal.ZERO,
        fall,
        repeat,
        notFinite);
  }

  private static Optional<Found> found(Numbers.Floats numbers, int at, long offset) {
    return at < 0
        ? Optional.empty()
        : decimal(numbers.at(at)).map(value -> new Found(value, offset + at));
  }

  private static Optional<BigDecimal> decimal(double value) {
    return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
  }

  private static BigDecimal decimal(long value, boolean unsigned) {
    return unsigned
        ? new BigDecimal(new BigInteger(Long.toUnsignedString(value)))
        : BigDecimal.valueOf(value);
  }

  /** A sum that outgrows 64 bits only where it has to. */
  private static final class Total {
    private final boolean unsigned;
    private BigInteger large = BigInteger.ZERO;
    private long small;

    Total(boolean unsigned) {
      this.unsigned = unsigned;
    }

    void add(long value) {
      if (unsigned && value < 0) {
        large = large.add(new BigInteger(Long.toUnsignedString(value)));
        return;
      }
      long next = small + value;
      if (((small ^ next) & (value ^ next)) < 0) {
        large = large.add(BigInteger.valueOf(small));
        next = value;
      }
      small = next;
    }

    BigInteger value() {
      return large.add(BigInteger.valueOf(small));
    }
  }
}
