package dev.espalier.json;

import dev.espalier.json.ImportedSchema.RawKeyword;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of a JSON Schema: collects what stays raw, and takes care that it ends. */
final class SchemaReading {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions",
          "$anchor",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly");

  /** How many parts are read at most: references can make a short schema a huge tree. */
  private static final int MOST_PARTS = 5_000;

  private final SourceSchema source;
  private final Set<RawKeyword> raw = new LinkedHashSet<>();
  private int parts;

  SchemaReading(SourceSchema source) {
    this.source = source;
  }

  List<RawKeyword> raw() {
    return List.copyOf(raw);
  }

  /** Takes the list back to what it was, after a reading that came to nothing. */
  void forget(List<RawKeyword> before) {
    raw.retainAll(before);
  }

  /**
   * Reads the schema of a value.
   *
   * @param at where the schema stands
   * @param open the references that are being followed
   * @param known the type that the value is known to have, where it is
   */
  ValueSchema value(
      JsonValue schema, JsonPointer at, Set<JsonPointer> open, Optional<String> known) {
    if (!(schema instanceof JsonObject object)) {
      return schema == JsonBoolean.TRUE
          ? ValueSchema.any("any value")
          : rawValue(schema, at, List.of(at), "nothing fits it");
    }
    if (++parts > MOST_PARTS) {
      return rawValue(schema, at, List.of(at), "the schema has more than " + MOST_PARTS + " parts");
    }
    if (object.get("$ref").orElse(object) instanceof JsonString reference) {
      return reference(object, reference.value(), at, open, known);
    }
    return read(object, at, open, known);
  }

  private ValueSchema reference(
      JsonObject object,
      String reference,
      JsonPointer at,
      Set<JsonPointer> open,
      Optional<String> known) {
    Set<String> beside = new LinkedHashSet<>(object.members().keySet());
    beside.removeAll(ANNOTATIONS);
    beside.remove("$ref");
    Optional<JsonPointer> target = source.target(reference);
    JsonPointer place = at.child("$ref");
    if (target.isEmpty()) {
      return rawValue(object, at, List.of(place), "the reference " + reference + " is an anchor");
    }
    if (open.contains(target.get())) {
      return rawValue(
          object, at, List.of(place), "the schema refers to itself through " + reference);
    }
    Set<JsonPointer> more = new HashSet<>(open);
    more.add(target.get());
    JsonValue referred = target.get().find(source.root()).orElse(JsonBoolean.TRUE);
    if (!beside.isEmpty() && source.readsBesideReferences()) {
      ValueSchema value = value(referred, target.get(), more, known);
      List<JsonPointer> left = beside.stream().map(at::child).toList();
      return held(value, object, at, left, "it stands beside a reference");
    }
    for (String ignored : beside) {
      raw.add(
          new RawKeyword(
              at.child(ignored), "ignored, as draft-07 ignores what stands beside a reference"));
    }
    return value(referred, target.get(), more, known);
  }

  private ValueSchema read(
      JsonObject object, JsonPointer at, Set<JsonPointer> open, Optional<String> known) {
    Set<String> left = new LinkedHashSet<>(object.members().keySet());
    left.removeAll(ANNOTATIONS);
    KeywordReading keywords = new KeywordReading(this, object, at, open, left);
    ValueSchema value = keywords.read(known);
    if (left.isEmpty()) {
      return value;
    }
    List<JsonPointer> places = left.stream().map(at::child).toList();
    return held(value, object, at, places, "declarations have no word for it here");
  }

  /** Any value, held to a part of the schema as it is. */
  private ValueSchema rawValue(
      JsonValue schema, JsonPointer at, List<JsonPointer> places, String why) {
    return held(
        ValueSchema.any("a value that fits " + SourceSchema.name(at)), schema, at, places, why);
  }

  private ValueSchema held(
      ValueSchema value, JsonValue schema, JsonPointer at, List<JsonPointer> places, String why) {
    places.forEach(place -> raw.add(new RawKeyword(place, why)));
    Rule rule =
        new Rule(
            "attribute.json-schema",
            Level.MUST,
            Rule.Origin.SCHEMA,
            "The value fits " + SourceSchema.name(at) + ": " + shortened(schema));
    RawInspection code = new RawInspection(rule, source.checker(schema));
    return value.with(new Constraint.Coded(List.of(rule), code));
  }

  private static String shortened(JsonValue schema) {
    String text = schema.toString();
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }
}
