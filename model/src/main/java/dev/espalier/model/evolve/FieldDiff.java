package dev.espalier.model.evolve;

import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the fields that objects declare. */
final class FieldDiff {
  private FieldDiff() {}

  static void compare(
      Comparison comparison, Spot spot, ValueSchema.Obj older, ValueSchema.Obj newer) {
    if (older.open() && !newer.open()) {
      comparison.narrowed(spot, "the attributes were closed", CoreRules.ATTRIBUTE_UNDECLARED);
    } else if (!older.open() && newer.open()) {
      comparison.widened(spot, "the attributes were opened", CoreRules.ATTRIBUTE_UNDECLARED);
    }
    Map<String, Field> before = new LinkedHashMap<>();
    older.fields().forEach(field -> before.put(field.name(), field));
    for (Field field : newer.fields()) {
      Field was = before.remove(field.name());
      if (was == null) {
        added(comparison, spot.field(field.name()), field, older.open());
      } else {
        both(comparison, spot.field(field.name()), was, field);
      }
    }
    before
        .values()
        .forEach(field -> removed(comparison, spot.field(field.name()), field, newer.open()));
  }

  private static void both(Comparison comparison, Spot spot, Field older, Field newer) {
    comparison.text(spot, older.text(), newer.text());
    PresenceDiff.presence(comparison, spot, older.presence(), newer.presence());
    ValueDiff.compare(comparison, spot, older.value(), newer.value());
    if (older.absent().equals(newer.absent())) {
      return;
    }
    if (older.absent().isEmpty()) {
      comparison.compatible(
          spot, "absence now means " + newer.absent().get(), "before, it meant nothing");
    } else {
      comparison.widening(
          spot,
          "absence meant "
              + older.absent().get()
              + newer.absent().map(now -> " and means " + now).orElse(" and means nothing"),
          "readers of both versions understand the same data differently");
    }
  }

  private static void added(Comparison comparison, Spot spot, Field field, boolean wasOpen) {
    if (ValueDiff.isRequired(field)) {
      comparison.breaking(spot, "a required attribute was added", "old data do not have it");
    } else if (wasOpen) {
      comparison.compatible(
          spot,
          "an optional attribute was added",
          "old data may lack it, and old readers pass it by");
    } else {
      comparison.widening(
          spot,
          "an optional attribute was added",
          "the attributes were closed, so old readers refuse it");
    }
  }

  private static void removed(Comparison comparison, Spot spot, Field field, boolean isOpen) {
    if (!isOpen) {
      comparison.breaking(
          spot, "the attribute was removed", "the object is closed, and old data may have it");
    } else {
      comparison.widening(
          spot,
          "the attribute was removed",
          ValueDiff.isRequired(field)
              ? "readers of the older version may not find it"
              : "readers of the older version may find something else under the name");
    }
  }
}
