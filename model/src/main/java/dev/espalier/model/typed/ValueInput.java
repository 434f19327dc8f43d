package dev.espalier.model.typed;

import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A JSON value that is read into a Java value, with the place where it stands. */
public final class ValueInput {
  private final NodePath node;
  private final JsonPointer pointer;
  private final JsonValue json;
  private final Consumer<Finding> unread;

  /**
   * A value.
   *
   * @param node the node that has it
   * @param pointer where it is in the node's document
   * @param json the value
   * @param unread takes what is wrong with parts that are read as absent
   */
  ValueInput(NodePath node, JsonPointer pointer, JsonValue json, Consumer<Finding> unread) {
    this.node = node;
    this.pointer = pointer;
    this.json = json;
    this.unread = unread;
  }

  /** The value. */
  public JsonValue json() {
    return json;
  }

  /** The value of a field that has to be there. */
  public <T> T required(String field, ValueForm<T> form) {
    ValueInput input =
        member(field)
            .orElseThrow(
                () ->
                    invalid(
                        CoreRules.ATTRIBUTE_MISSING,
                        node,
                        pointer,
                        "field \"" + field + "\" is missing"));
    return input.read(form);
  }

  /** The value of a field that may be absent; nothing too if it cannot be read. */
  public <T> Optional<T> optional(String field, ValueForm<T> form) {
    return member(field).flatMap(input -> input.tryRead(form));
  }

  /**
   * The value of an element of a list of a fixed length.
   *
   * @param index its place, from 0
   * @param size how many elements the list has
   */
  public <T> T element(int index, int size, ValueForm<T> form) {
    List<ValueInput> elements = elements();
    if (elements.size() != size) {
      throw unreadable("a list of " + size);
    }
    return elements.get(index).read(form);
  }

  /** The value, or nothing if it cannot be read. */
  <T> Optional<T> tryRead(ValueForm<T> form) {
    try {
      return Optional.of(read(form));
    } catch (InvalidHierarchyException e) {
      e.report().findings().forEach(unread);
      return Optional.empty();
    }
  }

  private Optional<ValueInput> member(String name) {
    return Optional.ofNullable(members().get(name));
  }

  /** The members of the object that the value has to be. */
  Map<String, ValueInput> members() {
    if (!(json instanceof JsonObject object)) {
      throw unreadable("an object");
    }
    Map<String, ValueInput> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) ->
                members.put(name, new ValueInput(node, pointer.child(name), value, unread)));
    return members;
  }

  /** The elements of the list that the value has to be. */
  List<ValueInput> elements() {
    if (!(json instanceof JsonArray list)) {
      throw unreadable("a list");
    }
    List<ValueInput> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      elements.add(new ValueInput(node, pointer.child(i), list.elements().get(i), unread));
    }
    return elements;
  }

  JsonNumber number() {
    if (json instanceof JsonNumber number) {
      return number;
    }
    throw unreadable("a number");
  }

  long integer(String expected) {
    JsonNumber number = number();
    if (number.isWhole()) {
      try {
        return number.toBigDecimal().longValueExact();
      } catch (ArithmeticException e) {
        throw unreadable(expected);
      }
    }
    throw unreadable(expected);
  }

  /**
   * What a constructor or a builder makes of the parts of the value.
   *
   * @throws InvalidHierarchyException if it refuses them
   */
  public <T> T create(Supplier<T> maker) {
    return create(maker, node, pointer);
  }

  /**
   * Runs code of a convention. What it refuses, it says itself; any other failure of it is told
   * with its kind, and is no reason to leave the rest unread.
   */
  static <T> T create(Supplier<T> maker, NodePath node, JsonPointer pointer) {
    try {
      return maker.get();
    } catch (EspalierException e) {
      throw e;
    } catch (IllegalArgumentException | IllegalStateException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      throw invalid(CoreRules.ATTRIBUTE_VALUE, node, pointer, reason);
    } catch (RuntimeException e) {
      throw invalid(CoreRules.ATTRIBUTE_VALUE, node, pointer, "reading it failed: " + e);
    }
  }

  /** What a form makes of the value. */
  <T> T read(ValueForm<T> form) {
    return create(() -> form.read(this), node, pointer);
  }

  /**
   * What to throw if the value cannot be read.
   *
   * @param expected what it has to be, as "a string"
   */
  public InvalidHierarchyException unreadable(String expected) {
    return invalid(
        CoreRules.ATTRIBUTE_TYPE,
        node,
        pointer,
        "expected " + expected + ", found " + shortened(json.toString()));
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  static InvalidHierarchyException invalid(
      Rule rule, NodePath node, JsonPointer pointer, String message) {
    Finding finding =
        Finding.builder().rule(rule).node(node).pointer(pointer).message(message).build();
    return new InvalidHierarchyException(
        node + (pointer.tokens().isEmpty() ? "" : " at " + pointer) + ": " + message,
        new Report(Profile.SPEC, List.of(finding)));
  }
}
