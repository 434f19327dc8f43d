package dev.espalier.model.type;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A point in time or a span of time as NumPy counts it: a number of units in 64 bits with sign,
 * where the lowest number stands for no time.
 *
 * @param kind point or span
 * @param unit what is counted
 * @param scale how many units make one count, at least 1
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/data-types/numpy.datetime64">
 *     zarr-extensions, numpy.datetime64</a>
 */
public record TimeType(Kind kind, Unit unit, int scale) implements DataType {
  /** The number that stands for no time, {@code NaT}. */
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  /** What a count is relative to. */
  public enum Kind {
    /** A point in time: counted from 1970-01-01T00:00. */
    POINT("numpy.datetime64"),
    /** A span of time. */
    SPAN("numpy.timedelta64");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The identifier in metadata documents. */
    public String id() {
      return id;
    }
  }

  /** What is counted. */
  public enum Unit {
    /** Years of the calendar. */
    YEAR("Y"),
    /** Months of the calendar. */
    MONTH("M"),
    /** Weeks of seven days. */
    WEEK("W"),
    /** Days. */
    DAY("D"),
    /** Hours. */
    HOUR("h"),
    /** Minutes. */
    MINUTE("m"),
    /** Seconds. */
    SECOND("s"),
    /** Milliseconds. */
    MILLISECOND("ms"),
    /** Microseconds. */
    MICROSECOND("us"),
    /** Nanoseconds. */
    NANOSECOND("ns"),
    /** Picoseconds. */
    PICOSECOND("ps"),
    /** Femtoseconds. */
    FEMTOSECOND("fs"),
    /** Attoseconds. */
    ATTOSECOND("as"),
    /** A unit that is not told. */
    GENERIC("generic");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    /** The spelling in metadata documents; case matters. */
    public String symbol() {
      return symbol;
    }

    /** The unit of that symbol; microseconds may be spelled with either Greek letter. */
    public static Optional<Unit> withSymbol(String symbol) {
      String plain = symbol.equals("\u03bcs") || symbol.equals("\u00b5s") ? "us" : symbol;
      return Arrays.stream(values()).filter(unit -> unit.symbol.equals(plain)).findFirst();
    }
  }

  /** Checks the scale. */
  public TimeType {
    if (scale < 1) {
      throw new IllegalArgumentException("scale factor " + scale + "; expected at least 1");
    }
  }

  static Optional<TimeType> read(String id, JsonObject configuration) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .map(kind -> read(kind, configuration));
  }

  private static TimeType read(Kind kind, JsonObject configuration) {
    TypeParameters.allowOnly(kind.id(), configuration, Set.of("unit", "scale_factor"));
    String symbols =
        Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.joining(", "));
    JsonValue unit = TypeParameters.required(kind.id(), configuration, "unit", "one of " + symbols);
    Unit known =
        Optional.of(unit)
            .filter(JsonString.class::isInstance)
            .flatMap(text -> Unit.withSymbol(((JsonString) text).value()))
            .orElseThrow(() -> TypeParameters.wrong(kind.id(), "unit", unit, "one of " + symbols));
    String range = "an integer from 1 to " + Integer.MAX_VALUE;
    JsonValue scale = TypeParameters.required(kind.id(), configuration, "scale_factor", range);
    long factor = scale instanceof JsonNumber number ? number.asLong().orElse(0) : 0;
    if (factor < 1 || factor > Integer.MAX_VALUE) {
      throw TypeParameters.wrong(kind.id(), "scale_factor", scale, range);
    }
    return new TimeType(kind, known, (int) factor);
  }

  @Override
  public String id() {
    return kind.id();
  }

  @Override
  public JsonObject configuration() {
    return JsonObject.builder().put("unit", unit.symbol()).put("scale_factor", scale).build();
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(Long.BYTES);
  }

  @Override
  public List<NumberRun> numbers() {
    return List.of(new NumberRun(1, Long.BYTES));
  }

  @Override
  public String toString() {
    return id() + "[" + (scale == 1 ? "" : scale) + unit.symbol() + "]";
  }
}
