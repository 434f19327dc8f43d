package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.UnreadableSpec.Problem;
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
record Field(JsonPointer at, JsonValue value) {
  private static final int LONGEST_IN_MESSAGE = 80;

  static Field root(JsonValue document) {
    return new Field(JsonPointer.root(), document);
  }

  /** The member of that name, which has to be there. */
  Field required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new DocumentException(
                    Problem.INVALID,
                    at.child(name),
                    "missing; the specification requires this field"));
  }

  /** The member of that name, if it is there. */
  Optional<Field> optional(String name) {
    return object().get(name).map(member -> new Field(at.child(name), member));
  }

  /** Refuses members that are not named here. */
  void allowOnly(Set<String> names, String fix) {
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

  JsonObject object() {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong("an object");
  }

  List<Field> elements() {
    if (!(value instanceof JsonArray array)) {
      throw wrong("an array");
    }
    List<Field> elements = new ArrayList<>(array.size());
    for (JsonValue element : array.elements()) {
      elements.add(new Field(at.child(elements.size()), element));
    }
    return elements;
  }

  String text() {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw wrong("a string");
  }

  boolean truth() {
    if (value instanceof JsonBoolean truth) {
      return truth.value();
    }
    throw wrong("true or false");
  }

  /** An extent, in elements. */
  long extent(long least) {
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

  DocumentException wrong(String expected) {
    return new DocumentException(
        Problem.INVALID, at, "expected " + expected + ", found " + found());
  }

  DocumentException wrong(String expected, String fix) {
    return new DocumentException(
        Problem.INVALID, at, "expected " + expected + ", found " + found() + "; " + fix);
  }

  DocumentException unsupported(String message) {
    return new DocumentException(Problem.UNSUPPORTED, at, message);
  }

  DocumentException invalid(String message) {
    return new DocumentException(Problem.INVALID, at, message);
  }

  /** The value as a message shows it. */
  String found() {
    String text = value.toString();
    return text.length() <= LONGEST_IN_MESSAGE
        ? text
        : text.substring(0, LONGEST_IN_MESSAGE) + "...";
  }
}
