package dev.espalier.hdf5.internal.node;

import dev.espalier.hdf5.internal.type.BitsCoding;
import dev.espalier.hdf5.internal.type.ElementCoding;
import dev.espalier.hdf5.internal.type.TextCoding;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the elements of an attribute into JSON: a scalar into one value, more dimensions into
 * arrays in arrays, with the exact type where JSON would not tell it.
 */
final class AttributeValue {
  /** Many elements may refer to one long text. */
  private static final long MOST_CHARACTERS = 16 << 20;

  private AttributeValue() {}

  /** An attribute that has a type and no elements: {@code null}. */
  static Attribute absent(ElementCoding coding) {
    return new Attribute(
        JsonNull.NULL, Optional.of(new AttributeType(coding.dataType(), Shape.of(0))));
  }

  /** An attribute of these stored elements. */
  static Attribute of(ElementCoding coding, Shape shape, byte[] stored) {
    List<JsonValue> values = new ArrayList<>();
    if (coding instanceof TextCoding texts) {
      long characters = 0;
      for (int at = 0; at < stored.length; at += coding.storedSize()) {
        String text = texts.decode(stored, at);
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
          throw new UnsupportedException("more than " + MOST_CHARACTERS + " characters of text");
        }
        values.add(JsonValue.of(text));
      }
    } else {
      ((BitsCoding) coding).decode(stored, stored.length);
      for (int at = 0; at < stored.length; at += coding.storedSize()) {
        values.add(ElementForm.toJson(coding.dataType(), stored, at));
      }
    }
    return new Attribute(nest(values, shape), exactType(coding.dataType(), shape, values));
  }

  private static JsonValue nest(List<JsonValue> flat, Shape shape) {
    if (shape.rank() == 0) {
      return flat.get(0);
    }
    if (shape.isEmpty()) {
      return JsonArray.of(); // The exact type tells the extents.
    }
    List<JsonValue> values = flat;
    for (int d = shape.rank() - 1; d > 0; d--) {
      values = group(values, shape.extent(d), count(shape, d));
    }
    return new JsonArray(values);
  }

  /** How many boxes there are along the dimensions in front of one. */
  private static long count(Shape shape, int dimension) {
    long count = 1;
    for (int d = 0; d < dimension; d++) {
      count *= shape.extent(d);
    }
    return count;
  }

  private static List<JsonValue> group(List<JsonValue> values, long size, long count) {
    List<JsonValue> groups = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      groups.add(new JsonArray(values.subList((int) (i * size), (int) ((i + 1) * size))));
    }
    return groups;
  }

  private static Optional<AttributeType> exactType(
      DataType type, Shape shape, List<JsonValue> values) {
    boolean told =
        !values.isEmpty()
            && (type.isText()
                || type == CoreType.BOOL
                || type == CoreType.INT64
                || (type == CoreType.FLOAT64
                    && values.stream().allMatch(JsonNumber.class::isInstance)));
    return told ? Optional.empty() : Optional.of(new AttributeType(type, shape));
  }
}
