package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.NumberRun;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import dev.espalier.model.type.TimeType;
import dev.espalier.zarr.internal.field.ElementSize;
import dev.espalier.zarr.internal.field.Field;
import dev.espalier.zarr.v2.Dtype.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads data types as NumPy spells them.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html#data-type-encoding">Zarr
 *     v2, data type encoding</a>
 */
final class DtypeReader {
  private static final Pattern FORM =
      Pattern.compile("([<>|]?)([a-zA-Z])([0-9]{0,9})(?:\\[([0-9]{0,9})([^0-9\\]]*)\\])?");
  private static final String EXPECTED =
      "a data type as \"<f4\": byte order, kind and bytes, or a list of named fields";
  private static final int CODE_POINT = 4;

  /** Far deeper than anybody nests fields, and sure to have the stack. */
  private static final int DEEPEST = 30;

  private DtypeReader() {}

  /** Reads a type of fixed size. */
  static Dtype read(Field field) {
    Dtype dtype = read(field, 0);
    ElementSize.check(dtype.type(), field);
    return dtype;
  }

  private static Dtype read(Field field, int depth) {
    if (field.value() instanceof JsonArray) {
      return struct(field, depth);
    }
    Matcher form = FORM.matcher(field.text());
    if (!form.matches()) {
      throw field.wrong(EXPECTED);
    }
    DataType type = type(field, form);
    if (!type.hasByteOrder()) {
      return new Dtype(type, Optional.empty());
    }
    return switch (form.group(1)) {
      case "<" -> new Dtype(type, Optional.of(ByteOrder.LITTLE));
      case ">" -> new Dtype(type, Optional.of(ByteOrder.BIG));
      default ->
          throw field.wrong(
              "\"<\" or \">\" before a data type of several bytes",
              "whether the least or the most significant one comes first has to be known");
    };
  }

  private static DataType type(Field field, Matcher form) {
    if (form.group(2).equals("O")) {
      throw field.unsupported("objects as a part of elements are not supported");
    }
    boolean time = form.group(2).equalsIgnoreCase("m");
    if (form.group(3).isEmpty() || (form.group(5) != null && !time)) {
      throw field.wrong(EXPECTED);
    }
    int size = Integer.parseInt(form.group(3));
    return switch (form.group(2)) {
      case "S" -> fixed(field, FixedLengthType.Form.NULL_TERMINATED, size);
      case "U" -> fixed(field, FixedLengthType.Form.UTF32, utf32Bytes(field, size));
      case "V" -> raw(field, size);
      case "M" -> time(field, form, TimeType.Kind.POINT);
      case "m" -> time(field, form, TimeType.Kind.SPAN);
      default -> number(field, form.group(2), size);
    };
  }

  private static DataType number(Field field, String kind, int size) {
    Optional<CoreType.Kind> known =
        switch (kind) {
          case "b" -> Optional.of(CoreType.Kind.BOOLEAN);
          case "i" -> Optional.of(CoreType.Kind.SIGNED);
          case "u" -> Optional.of(CoreType.Kind.UNSIGNED);
          case "f" -> Optional.of(CoreType.Kind.FLOAT);
          case "c" -> Optional.of(CoreType.Kind.COMPLEX);
          default -> Optional.empty();
        };
    for (CoreType core : CoreType.values()) {
      if (known.isPresent() && core.kind() == known.get() && core.size() == size) {
        return core;
      }
    }
    boolean extended =
        (kind.equals("f") && (size == 12 || size == 16))
            || (kind.equals("c") && (size == 24 || size == 32));
    if (extended) {
      throw field.unsupported(
          "floating point numbers of extended precision, " + field.found() + ", are not supported");
    }
    throw field.wrong(EXPECTED);
  }

  private static int utf32Bytes(Field field, int codePoints) {
    if (codePoints > Integer.MAX_VALUE / CODE_POINT) {
      throw field.unsupported("elements beyond 2 GiB, " + field.found() + ", are not supported");
    }
    return CODE_POINT * codePoints;
  }

  private static DataType fixed(Field field, FixedLengthType.Form form, int bytes) {
    requireLength(field, bytes);
    return new FixedLengthType(form, bytes);
  }

  private static DataType raw(Field field, int bytes) {
    requireLength(field, bytes);
    if (bytes > Integer.MAX_VALUE / Byte.SIZE) {
      throw field.unsupported("elements of " + field.found() + " are too long");
    }
    return new RawBits(bytes * Byte.SIZE);
  }

  private static void requireLength(Field field, int bytes) {
    if (bytes == 0) {
      throw field.unsupported("elements without bytes, " + field.found() + ", are not supported");
    }
  }

  private static DataType time(Field field, Matcher form, TimeType.Kind kind) {
    if (!form.group(3).equals("8")) {
      throw field.wrong("8 bytes for times", "as in \"<" + form.group(2) + "8[ns]\"");
    }
    if (form.group(5) == null) {
      return new TimeType(kind, TimeType.Unit.GENERIC, 1);
    }
    TimeType.Unit unit =
        TimeType.Unit.withSymbol(form.group(5))
            .orElseThrow(() -> field.wrong("a unit of time that NumPy knows, as \"ns\""));
    int scale = form.group(4).isEmpty() ? 1 : Integer.parseInt(form.group(4));
    if (scale == 0) {
      throw field.wrong("at least 1 unit");
    }
    return new TimeType(kind, unit, scale);
  }

  private static Dtype struct(Field field, int depth) {
    if (depth > DEEPEST) {
      throw field.unsupported("fields nested deeper than " + DEEPEST + " levels are not supported");
    }
    List<StructType.Field> fields = new ArrayList<>();
    List<NumberRun> swapped = new ArrayList<>();
    boolean isMixed = false;
    Set<ByteOrder> orders = EnumSet.noneOf(ByteOrder.class);
    for (Field element : field.elements()) {
      Dtype type = member(element, depth);
      type.order().ifPresent(orders::add);
      isMixed |= type.order().isEmpty() && !type.swapped().isEmpty();
      swapped.addAll(
          type.swapped().isEmpty() ? List.of(new NumberRun(type.itemSize(), 1)) : type.swapped());
      fields.add(new StructType.Field(element.elements().get(0).text(), type.type()));
    }
    try {
      StructType type = new StructType(fields);
      return isMixed || orders.size() > 1
          ? new Dtype(type, Optional.empty(), swapped)
          : new Dtype(type, orders.stream().findFirst());
    } catch (IllegalArgumentException e) {
      throw field.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static Dtype member(Field element, int depth) {
    List<Field> parts = element.elements();
    if (parts.size() == 3) {
      throw element.unsupported(
          "fields that are arrays themselves are not supported, found " + element.found());
    }
    if (parts.size() != 2) {
      throw element.wrong("a name and a data type");
    }
    return read(parts.get(1), depth + 1);
  }

  /** Whether a type says that elements are objects, which a codec makes bytes of. */
  static boolean isObject(Field field) {
    return field.value().equals(JsonValue.of("|O"));
  }
}
