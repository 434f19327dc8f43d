package dev.espalier.model.type;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Elements of a fixed number of bits without a meaning: {@code r8}, {@code r24}.
 *
 * @param bits the number of bits, a positive multiple of 8
 */
public record RawBits(int bits) implements DataType {
  private static final Pattern ID = Pattern.compile("r([1-9][0-9]{0,8})");

  /** Checks the number of bits. */
  public RawBits {
    if (bits <= 0 || bits % 8 != 0) {
      throw new IllegalArgumentException(
          "raw data type of " + bits + " bits; expected a positive multiple of 8");
    }
  }

  static Optional<RawBits> parse(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(matcher.group(1));
    return bits % 8 == 0 ? Optional.of(new RawBits(bits)) : Optional.empty();
  }

  @Override
  public String id() {
    return "r" + bits;
  }

  @Override
  public List<NumberRun> numbers() {
    return List.of(new NumberRun(bits / 8, 1));
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(bits / 8);
  }

  @Override
  public String toString() {
    return id();
  }
}
