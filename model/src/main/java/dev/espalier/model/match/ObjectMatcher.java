package dev.espalier.model.match;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An object with declared fields, made ready; also the attributes of a node. */
final class ObjectMatcher extends ValueMatcher {
  private final ValueSchema.Obj object;
  private final List<Field> fields;
  private final ValueMatcher[] values;
  private final Map<String, Field> byName;
  private final Set<String> declared;

  ObjectMatcher(ValueSchema.Obj object, String... alsoDeclared) {
    super(object);
    this.object = object;
    this.fields = object.fields();
    this.values =
        fields.stream().map(f -> ValueMatchers.of(f.value())).toArray(ValueMatcher[]::new);
    this.byName = fields.stream().collect(Collectors.toMap(Field::name, field -> field));
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
  Misspellings attributes(Frame frame) {
    Attributes attributes = frame.spec().attributes();
    Place here = Place.attributesOf(frame);
    Misspellings spelled = fields(here, attributes.byName());
    if (!object.constraints().isEmpty()) {
      constraints(here, "", here.value(), here);
    }
    return spelled;
  }

  /**
   * Checks members by name.
   *
   * @param members values, or attributes that hold values
   */
  Misspellings fields(Place here, Map<String, ?> members) {
    int present = 0;
    Misspellings spelled = null;
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      Object found = members.get(field.name());
      if (found != null) {
        present++;
        here.frame().run().countMatched();
        values[i].check(here, field.name(), valueOf(found));
      } else if (field.presence().isPresent()) {
        spelled = spelled == null ? misspellings(here, members) : spelled;
        ValueMessages.missing(field.presence().get(), field, spelled.of(field.name()), here);
      }
    }
    if (present < members.size() && (!object.open() || present < values.length)) {
      spelled = spelled == null ? misspellings(here, members) : spelled;
      undeclared(here, members, spelled);
    }
    return spelled == null ? Misspellings.NONE : spelled;
  }

  private static JsonValue valueOf(Object found) {
    return found instanceof Attribute attribute ? attribute.value() : (JsonValue) found;
  }

  /** What has to be there comes first, then what should be, then what may be. */
  private Misspellings misspellings(Place here, Map<String, ?> members) {
    List<Field> absent = fields.stream().filter(f -> !members.containsKey(f.name())).toList();
    List<String> found = members.keySet().stream().filter(n -> !declared.contains(n)).toList();
    if (absent.isEmpty() || found.isEmpty()) {
      return Misspellings.NONE;
    }
    Misspellings spelled = Misspellings.among(found, here.frame().run());
    spelled.claim(named(absent, ObjectMatcher::isRequired), near -> true);
    spelled.claim(
        named(absent, field -> !isRequired(field) && field.presence().isPresent()), near -> true);
    spelled.claim(
        named(absent, field -> field.presence().isEmpty()),
        near -> !object.open() || near.isVeryNear());
    return spelled;
  }

  private static boolean isRequired(Field field) {
    return field.presence().filter(rule -> rule.level() == Level.MUST).isPresent();
  }

  private static List<String> named(List<Field> fields, Predicate<Field> which) {
    return fields.stream().filter(which).map(Field::name).toList();
  }

  private void undeclared(Place here, Map<String, ?> members, Misspellings spelled) {
    for (String name : members.keySet()) {
      Optional<Misspellings.Pair> meant = spelled.meant(name);
      if (meant.isPresent()) {
        misspelt(here, name, meant.get());
      } else if (!object.open() && !declared.contains(name)) {
        ValueMessages.undeclared(here, name, declared);
      }
    }
  }

  /** A name that is missed is told of where it is missed. */
  private void misspelt(Place here, String name, Misspellings.Pair meant) {
    Field field = byName.get(meant.missing());
    if (field != null && field.presence().isEmpty()) {
      ValueMessages.misspelt(here, name, field, object.open(), meant.found().isVeryNear());
    }
  }
}
