package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An object with declared fields, made ready; also the attributes of a node. */
final class ObjectMatcher extends ValueMatcher {
  private final ValueSchema.Obj object;
  private final List<Field> fields;
  private final ValueMatcher[] values;
  private final Set<String> declared;

  ObjectMatcher(ValueSchema.Obj object, String... alsoDeclared) {
    super(object);
    this.object = object;
    this.fields = object.fields();
    this.values =
        fields.stream().map(f -> ValueMatchers.of(f.value())).toArray(ValueMatcher[]::new);
    this.declared = fields.stream().map(Field::name).collect(Collectors.toSet());
    this.declared.addAll(List.of(alsoDeclared));
  }

  Set<String> declared() {
    return declared;
  }

  @Override
  Rule rule() {
    return object.rule();
  }

  @Override
  boolean isKind(JsonValue value) {
    return value instanceof JsonObject;
  }

  @Override
  void parts(Place here, JsonValue value) {
    fields(here, ((JsonObject) value).members());
  }

  /** Checks the attributes of a node. */
  void attributes(Frame frame) {
    Attributes attributes = frame.spec().attributes();
    Place here = Place.attributesOf(frame);
    fields(here, attributes.byName());
    if (!object.constraints().isEmpty()) {
      constraints(here, "", here.value(), here);
    }
  }

  /**
   * Checks members by name.
   *
   * @param members values, or attributes that hold values
   */
  void fields(Place here, Map<String, ?> members) {
    int present = 0;
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      Object found = members.get(field.name());
      if (found != null) {
        present++;
        here.frame().run().countMatched();
        values[i].check(here, field.name(), valueOf(found));
      } else if (field.presence().isPresent()) {
        ValueMessages.missing(field.presence().get(), field, declared, here);
      }
    }
    if (present < members.size()) {
      undeclared(here, members, present < values.length);
    }
  }

  private static JsonValue valueOf(Object found) {
    return found instanceof Attribute attribute ? attribute.value() : (JsonValue) found;
  }

  private void undeclared(Place here, Map<String, ?> members, boolean someAbsent) {
    if (object.open() && !someAbsent) {
      return;
    }
    for (String name : members.keySet()) {
      if (!declared.contains(name)) {
        undeclared(here, members, name);
      }
    }
  }

  private void undeclared(Place here, Map<String, ?> members, String name) {
    Field meant = null;
    for (Field field : fields) {
      if (!members.containsKey(field.name()) && NearMiss.isNear(name, field.name())) {
        meant = field;
        break;
      }
    }
    if (meant != null && meant.presence().isEmpty()) {
      ValueMessages.misspelt(here, name, meant, object.open());
    } else if (meant == null && !object.open()) {
      ValueMessages.undeclared(here, name, declared);
    }
  }
}
