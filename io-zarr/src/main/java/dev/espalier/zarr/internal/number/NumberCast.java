package dev.espalier.zarr.internal.number;

import java.util.function.Function;

/** Turns numbers of one type into the same numbers of another one. */
public final class NumberCast {
  /** So many elements at a time stay in the nearest cache. */
  private static final int PIECE = 1024;

  private final NumberType from;
  private final NumberType to;
  private final Rounding rounding;
  private final Beyond beyond;
  private final ScalarMap map;

  /**
   * A way to cast.
   *
   * @param rounding what becomes of values between two numbers of the target
   * @param beyond what becomes of values beyond all numbers of the target
   * @param map values that are not cast, and what they become
   */
  public NumberCast(
      NumberType from, NumberType to, Rounding rounding, Beyond beyond, ScalarMap map) {
    this.from = from;
    this.to = to;
    this.rounding = rounding;
    this.beyond = beyond;
    this.map = map;
  }

  /** Casts the first elements, see {@link #run(byte[], int, byte[], int, int, Function)}. */
  public void run(
      byte[] source,
      byte[] target,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    run(source, 0, target, 0, count, failure);
  }

  /**
   * Casts elements.
   *
   * @param sourceFirst the number of the first element to cast
   * @param targetFirst the number of the element that it becomes
   * @param count how many
   * @param failure makes what is thrown for a value that the target cannot express
   */
  public void run(
      byte[] source,
      int sourceFirst,
      byte[] target,
      int targetFirst,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    if (from.type().equals(to.type()) && map.isEmpty()) {
      int size = from.size();
      System.arraycopy(source, sourceFirst * size, target, targetFirst * size, count * size);
      return;
    }
    Pieces pieces = new Pieces(Math.min(count, PIECE), failure);
    for (int done = 0; done < count; done += PIECE) {
      int length = Math.min(PIECE, count - done);
      pieces.run(source, sourceFirst + done, target, targetFirst + done, length);
    }
  }

  /** What casts piece after piece. */
  private final class Pieces {
    private final long[] integers;
    private final double[] floats;
    private final int[] entries;
    private final Function<String, ? extends RuntimeException> failure;

    Pieces(int length, Function<String, ? extends RuntimeException> failure) {
      this.integers = new long[length];
      this.floats = new double[length];
      this.entries = new int[map.isEmpty() ? 0 : length];
      this.failure = failure;
    }

    void run(byte[] source, int sourceFirst, byte[] target, int targetFirst, int count) {
      if (from instanceof FloatType floatsFrom) {
        floatsFrom.read(source, sourceFirst, floats, count);
        setAsideFloats(count);
        castFloats(count);
      } else {
        IntegerType integersFrom = (IntegerType) from;
        integersFrom.read(source, sourceFirst, integers, count);
        setAsideIntegers(count);
        castIntegers(integersFrom, count);
      }
      if (to instanceof FloatType floatsTo) {
        floatsTo.write(floats, target, targetFirst, count);
      } else {
        ((IntegerType) to).write(integers, target, targetFirst, count);
      }
      putMapped(target, targetFirst, count);
    }

    /** Values of the map need not be such that they could be cast. */
    private void setAsideFloats(int count) {
      for (int i = 0; i < count && !map.isEmpty(); i++) {
        entries[i] = map.find(floats[i]);
        if (entries[i] >= 0) {
          floats[i] = 0;
        }
      }
    }

    private void setAsideIntegers(int count) {
      for (int i = 0; i < count && !map.isEmpty(); i++) {
        entries[i] = map.find(integers[i]);
        if (entries[i] >= 0) {
          integers[i] = 0;
        }
      }
    }

    private void putMapped(byte[] target, int first, int count) {
      for (int i = 0; i < count && !map.isEmpty(); i++) {
        if (entries[i] >= 0) {
          map.write(entries[i], target, (first + i) * to.size(), to.size());
        }
      }
    }

    private void castFloats(int count) {
      if (to instanceof FloatType target) {
        for (int i = 0; i < count; i++) {
          floats[i] = cast(target, floats[i]);
        }
        return;
      }
      IntegerType target = (IntegerType) to;
      for (int i = 0; i < count; i++) {
        double value = floats[i];
        if (Double.isNaN(value) || Double.isInfinite(value)) {
          throw failure.apply("the value " + value + " is no number of " + target.type());
        }
        double rounded = rounding.toInteger(value);
        boolean below = target.isBelow(rounded);
        if (below || target.isAbove(rounded)) {
          integers[i] =
              switch (beyond) {
                case REFUSED -> throw beyondRange(Double.toString(value), target.range());
                case CLAMPED -> below ? target.low() : target.high();
                case WRAPPED -> target.wrap(rounded);
              };
        } else {
          integers[i] = target.wrap(rounded);
        }
      }
    }

    private void castIntegers(IntegerType source, int count) {
      if (to instanceof FloatType target) {
        for (int i = 0; i < count; i++) {
          double rounded = target.round(integers[i], source, rounding);
          floats[i] = target.isBeyond(rounded) ? beyond(target, rounded) : rounded;
        }
        return;
      }
      IntegerType target = (IntegerType) to;
      for (int i = 0; i < count; i++) {
        long value = integers[i];
        boolean below = target.isBelow(value, source);
        if (below || target.isAbove(value, source)) {
          integers[i] =
              switch (beyond) {
                case REFUSED -> throw beyondRange(source.text(value), target.range());
                case CLAMPED -> below ? target.low() : target.high();
                case WRAPPED -> target.wrap(value);
              };
        }
      }
    }

    private double cast(FloatType target, double value) {
      double rounded = target.round(value, rounding);
      if (Double.isNaN(value) && !target.hasNan()) {
        throw failure.apply("the value NaN is no number of " + target.type());
      }
      boolean infinite = Double.isInfinite(value) && !target.hasInfinity();
      return infinite || target.isBeyond(rounded) ? beyond(target, value) : rounded;
    }

    private double beyond(FloatType target, double value) {
      if (beyond != Beyond.CLAMPED) {
        throw beyondRange(Double.toString(value), target.range());
      }
      return Math.copySign(
          target.hasInfinity() ? Double.POSITIVE_INFINITY : target.largest(), value);
    }

    private RuntimeException beyondRange(String value, String range) {
      return failure.apply(
          "the value " + value + " is beyond " + to.type() + ", which goes from " + range);
    }
  }
}
