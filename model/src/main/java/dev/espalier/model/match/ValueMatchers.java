package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of value matcher. */
final class ValueMatchers {
  private ValueMatchers() {}

  static ValueMatcher of(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return new Scalar(scalar);
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return new Elements(list);
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return new Tuple(tuple);
    }
    if (schema instanceof ValueSchema.Obj object) {
      return new ObjectMatcher(object);
    }
    if (schema instanceof ValueSchema.MapOf map) {
      return new Entries(map);
    }
    if (schema instanceof ValueSchema.Union union) {
      return new UnionMatcher(union);
    }
    return schema instanceof ValueChoice choice ? new Cases(choice) : new Anything(schema);
  }

  private static final class Scalar extends ValueMatcher {
    private final ValueSchema.Scalar scalar;

    Scalar(ValueSchema.Scalar scalar) {
      super(scalar);
      this.scalar = scalar;
    }

    @Override
    Rule rule() {
      return scalar.rule();
    }

    @Override
    boolean isKind(JsonValue value) {
      return scalar.kind().holds(value);
    }

    @Override
    boolean hasParts() {
      return false;
    }
  }

  private static final class Anything extends ValueMatcher {
    Anything(ValueSchema schema) {
      super(schema);
    }

    @Override
    Rule rule() {
      return CoreRules.ATTRIBUTE_TYPE;
    }

    @Override
    boolean isKind(JsonValue value) {
      return true;
    }

    @Override
    boolean hasParts() {
      return false;
    }
  }

  private static final class Elements extends ValueMatcher {
    private final ValueSchema.ListOf list;
    private final ValueMatcher element;

    Elements(ValueSchema.ListOf list) {
      super(list);
      this.list = list;
      this.element = of(list.element());
    }

    @Override
    Rule rule() {
      return list.rule();
    }

    @Override
    boolean isKind(JsonValue value) {
      return value instanceof JsonArray;
    }

    @Override
    void parts(Place here, JsonValue value) {
      List<JsonValue> elements = ((JsonArray) value).elements();
      for (int i = 0; i < elements.size(); i++) {
        element.check(here, i, elements.get(i));
      }
    }
  }

  private static final class Tuple extends ValueMatcher {
    private final ValueSchema.Tuple tuple;
    private final List<ValueMatcher> elements;

    Tuple(ValueSchema.Tuple tuple) {
      super(tuple);
      this.tuple = tuple;
      this.elements = tuple.elements().stream().map(ValueMatchers::of).toList();
    }

    @Override
    Rule rule() {
      return tuple.rule();
    }

    @Override
    boolean isKind(JsonValue value) {
      return value instanceof JsonArray array && array.size() == elements.size();
    }

    @Override
    void parts(Place here, JsonValue value) {
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).check(here, i, ((JsonArray) value).elements().get(i));
      }
    }
  }

  private static final class Entries extends ValueMatcher {
    private final ValueSchema.MapOf map;
    private final ValueMatcher value;

    Entries(ValueSchema.MapOf map) {
      super(map);
      this.map = map;
      this.value = of(map.value());
    }

    @Override
    Rule rule() {
      return map.rule();
    }

    @Override
    boolean isKind(JsonValue found) {
      return found instanceof JsonObject;
    }

    @Override
    void parts(Place here, JsonValue found) {
      ((JsonObject) found).members().forEach((name, member) -> value.check(here, name, member));
    }
  }

  /** An object whose other fields depend on the text of one. */
  private static final class Cases extends ValueMatcher {
    private final ValueChoice choice;
    private final Field decisive;
    private final ObjectMatcher deciding;
    private final Map<String, ObjectMatcher> cases = new HashMap<>();
    private final @Nullable ObjectMatcher otherwise;

    Cases(ValueChoice choice) {
      super(choice);
      this.choice = choice;
      this.decisive = choice.decisive();
      this.deciding =
          new ObjectMatcher(
              new ValueSchema.Obj(choice.rule(), List.of(decisive), true, List.of()),
              fieldsOf(choice));
      choice.cases().forEach((text, object) -> cases.put(text, matcher(object)));
      this.otherwise = choice.otherwise().map(this::matcher).orElse(null);
    }

    /** No field of a case is the misspelt name of the one that decides. */
    private static String[] fieldsOf(ValueChoice choice) {
      return Stream.concat(choice.cases().values().stream(), choice.otherwise().stream())
          .flatMap(object -> object.fields().stream())
          .map(Field::name)
          .distinct()
          .toArray(String[]::new);
    }

    /** The field that decides is declared as well, so that a closed case may hold it. */
    private ObjectMatcher matcher(ValueSchema.Obj object) {
      return new ObjectMatcher(object, decisive.name());
    }

    @Override
    Rule rule() {
      return choice.rule();
    }

    @Override
    boolean isKind(JsonValue value) {
      return value instanceof JsonObject;
    }

    @Override
    void parts(Place here, JsonValue value) {
      Map<String, JsonValue> members = ((JsonObject) value).members();
      Optional<String> misspelt = deciding.fields(here, members).of(decisive.name());
      JsonValue found = members.get(misspelt.orElse(decisive.name()));
      if (found != null && !(found instanceof JsonString)) {
        return;
      }
      ObjectMatcher chosen =
          found instanceof JsonString text
              ? cases.getOrDefault(meant(text.value()), otherwise)
              : otherwise;
      if (chosen != null) {
        chosen.fields(here, misspelt.map(name -> renamed(members, name)).orElse(members));
        chosen.constraints(here, "", value, here);
      }
    }

    /** A text that is certainly a misspelt one decides as that does. */
    private String meant(String text) {
      return cases.containsKey(text) || otherwise != null
          ? text
          : Spelling.meant(cases.keySet().stream().map(JsonValue::of).toList(), text)
              .map(one -> ((JsonString) one).value())
              .orElse(text);
    }

    /** The members with the one that decides under its right name. */
    private Map<String, JsonValue> renamed(Map<String, JsonValue> members, String misspelt) {
      Map<String, JsonValue> right = new LinkedHashMap<>();
      members.forEach(
          (name, one) -> right.put(name.equals(misspelt) ? decisive.name() : name, one));
      return right;
    }
  }
}
