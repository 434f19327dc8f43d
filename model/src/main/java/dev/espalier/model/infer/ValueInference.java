package dev.espalier.model.infer;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Identity.Probe;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what has been seen of values into what values have to be. */
final class ValueInference {
  /** An object with so many members that are alike is taken for a map, whatever their names. */
  private static final int MANY_MEMBERS = 16;

  private static final int FEW_MEMBERS = 3;
  private static final int DEEPEST_PROBE = 3;
  private static final Set<String> SIGNS =
      Set.of("encoding-type", "encoding_type", "conventions", "schema_url", "uuid");

  private ValueInference() {}

  /** The attributes of nodes, or the members of objects. */
  static ValueSchema.Obj object(ValueSketch sketch, int of) {
    List<Field> fields = new ArrayList<>();
    sketch.fields.forEach((name, value) -> fields.add(field(name, value, schema(name, value), of)));
    return new ValueSchema.Obj(CoreRules.ATTRIBUTE_TYPE, fields, true, List.of());
  }

  private static Field field(String name, ValueSketch value, ValueSchema schema, int of) {
    return value.seen == of ? Field.required(name, schema) : Field.optional(name, schema);
  }

  /** The values at a place of that name. */
  static ValueSchema schema(String name, ValueSketch sketch) {
    List<ValueSchema> kinds = new ArrayList<>();
    if (sketch.texts > 0) {
      kinds.add(text(name, sketch));
    }
    if (sketch.integers + sketch.otherNumbers > 0) {
      kinds.add(sketch.otherNumbers == 0 ? Declare.integer() : Declare.number());
    }
    if (sketch.truths > 0) {
      kinds.add(Declare.bool());
    }
    if (sketch.lists > 0) {
      kinds.add(list(name, sketch));
    }
    if (sketch.objects > 0) {
      kinds.add(objectOrMap(sketch));
    }
    if (sketch.nulls > 0) {
      kinds.add(Declare.anything("null").oneOf(JsonNull.NULL));
    }
    return switch (kinds.size()) {
      case 0 -> Declare.anything("any value");
      case 1 -> kinds.get(0);
      default -> Declare.anyOf(kinds.toArray(ValueSchema[]::new));
    };
  }

  private static ValueSchema text(String name, ValueSketch sketch) {
    return isSign(name) && !sketch.manyTexts
        ? Declare.string().oneOf(sketch.distinct.toArray(String[]::new))
        : Declare.string();
  }

  /** A list whose elements differ in kind by their position, always in the same way, is a tuple. */
  private static ValueSchema list(String name, ValueSketch sketch) {
    if (sketch.isTuple && !sketch.positions.isEmpty()) {
      ValueSchema[] positions =
          sketch.positions.stream().map(one -> schema(name, one)).toArray(ValueSchema[]::new);
      boolean eachOfOneKind =
          List.of(positions).stream().noneMatch(one -> one instanceof ValueSchema.Union);
      boolean alike = sketch.positions.stream().map(ValueInference::kind).distinct().count() == 1;
      if (eachOfOneKind && !alike) {
        return Declare.tuple(positions);
      }
    }
    return Declare.list(schema(name, sketch.element.get(0)));
  }

  private static String kind(ValueSketch sketch) {
    if (sketch.integers + sketch.otherNumbers > 0) {
      return "number";
    }
    return sketch.texts > 0
        ? "text"
        : sketch.truths > 0 ? "truth" : sketch.lists > 0 ? "list" : sketch.objects + " objects";
  }

  private static ValueSchema objectOrMap(ValueSketch sketch) {
    ValueSchema.Obj object = object(sketch, sketch.objects);
    List<ValueSchema> values = object.fields().stream().map(Field::value).distinct().toList();
    boolean alike = values.size() == 1 && object.fields().size() >= FEW_MEMBERS;
    boolean numbered = sketch.fields.keySet().stream().allMatch(n -> n.matches(".*[0-9].*"));
    boolean varying =
        sketch.objects > 1
            && sketch.fields.values().stream().noneMatch(f -> f.seen == sketch.objects);
    boolean many = object.fields().size() >= MANY_MEMBERS;
    return alike && (numbered || varying || many) ? Declare.mapOf(values.get(0)) : object;
  }

  /** Whether a name says that the value tells one convention, or version, from others. */
  private static boolean isSign(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("version") || SIGNS.contains(lower);
  }

  /** Signs of which there was one value only, in the attributes of nodes. */
  static List<Probe> probes(ValueSketch attributes, int of) {
    List<Probe> probes = new ArrayList<>();
    probes(JsonPointer.root(), attributes, of, probes);
    return probes;
  }

  private static void probes(JsonPointer at, ValueSketch sketch, int of, List<Probe> probes) {
    for (Map.Entry<String, ValueSketch> field : sketch.fields.entrySet()) {
      ValueSketch value = field.getValue();
      JsonPointer here = at.child(field.getKey());
      if (value.seen != of) {
        continue;
      }
      if (isSign(field.getKey()) && value.texts == of && value.distinct.size() == 1) {
        JsonValue sign = JsonValue.of(value.distinct.iterator().next());
        probes.add(new Probe(here, Optional.of(sign)));
      } else if (value.objects == of && here.tokens().size() < DEEPEST_PROBE) {
        probes(here, value, of, probes);
      }
    }
  }
}
