package dev.espalier.zarr.internal.field;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.shape.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value together with its place in the document, so that every complaint can say where.
 *
 * @param at the place
 * @param value what is there
 */
public record Field(JsonPointer at, JsonValue value) {
  private static final int LONGEST_IN_MESSAGE = 80;

  /** As many as NumPy has. What is done for each of them, each chunk may do again. */
  private static final int MOST_DIMENSIONS = 64;

  /** The document itself. */
  public static Field root(JsonValue document) {
    return new Field(JsonPointer.root(), document);
  }

  /** The member of that name, which has to be there. */
  public Field required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new DocumentException(
                    Problem.INVALID,
                    at.child(name),
                    "missing; the specification requires this field"));
  }

  /** The member of that name, if it is there. */
  public Optional<Field> optional(String name) {
    return object().get(name).map(member -> new Field(at.child(name), member));
  }

  /** Refuses members that are not named here. */
  public void allowOnly(Set<String> names, String fix) {
    for (String name : object().members().keySet()) {
      if (!names.contains(name)) {
        throw new DocumentException(
            Problem.INVALID,
            at.child(name),
            "unknown field; expected only "
                + String.join(", ", names.stream().sorted().toList())
                + "; "
                + fix);
      }
    }
  }

  /** The value, which has to be an object. */
  public JsonObject object() {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong("an object");
  }

  /** The elements of the value, which has to be an array. */
  public List<Field> elements() {
    if (!(value instanceof JsonArray array)) {
      throw wrong("an array");
    }
    List<Field> elements = new ArrayList<>(array.size());
    for (JsonValue element : array.elements()) {
      elements.add(new Field(at.child(elements.size()), element));
    }
    return elements;
  }

  /** The value, which has to be a string. */
  public String text() {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw wrong("a string");
  }

  /** The value, which has to be true or false. */
  public boolean truth() {
    if (value instanceof JsonBoolean truth) {
      return truth.value();
    }
    throw wrong("true or false");
  }

  /** Extents, in elements, each of at least that many. */
  public Shape shape(long least) {
    List<Field> extents = elements();
    if (extents.size() > MOST_DIMENSIONS) {
      throw unsupported(
          "arrays of more than "
              + MOST_DIMENSIONS
              + " dimensions are not supported, found "
              + extents.size());
    }
    return Shape.of(extents.stream().mapToLong(extent -> extent.extent(least)).toArray());
  }

  /** An extent, in elements. */
  public long extent(long least) {
    Optional<BigInteger> number =
        value instanceof JsonNumber n ? n.asBigInteger() : Optional.empty();
    if (number.isEmpty() || number.get().compareTo(BigInteger.valueOf(least)) < 0) {
      throw wrong("an integer of at least " + least);
    }
    if (number.get().bitLength() >= Long.SIZE) {
      throw unsupported("extents beyond 2^63-1 are not supported, found " + found());
    }
    return number.get().longValue();
  }

  /** The failure of a value that is not what was expected. */
  public DocumentException wrong(String expected) {
    return new DocumentException(
        Problem.INVALID, at, "expected " + expected + ", found " + found());
  }

  /** The failure of a value that is not what was expected, with what to do about it. */
  public DocumentException wrong(String expected, String fix) {
    return new DocumentException(
        Problem.INVALID, at, "expected " + expected + ", found " + found() + "; " + fix);
  }

  /** The failure of a value that is legal and not implemented. */
  public DocumentException unsupported(String message) {
    return new DocumentException(Problem.UNSUPPORTED, at, message);
  }

  /** The failure of a value that breaks a rule. */
  public DocumentException invalid(String message) {
    return new DocumentException(Problem.INVALID, at, message);
  }

  /** The value as a message shows it. */
  public String found() {
    String text = value.toString();
    return text.length() <= LONGEST_IN_MESSAGE
        ? text
        : text.substring(0, LONGEST_IN_MESSAGE) + "...";
  }
}
