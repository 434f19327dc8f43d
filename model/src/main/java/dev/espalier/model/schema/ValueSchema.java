package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a JSON value has to be.
 *
 * <p>Objects are open: members that no field declares are allowed and left alone.
 */
public sealed interface ValueSchema {
  /** What holds beside the kind of value, in the order in which it is checked. */
  List<Constraint> constraints();

  /** This schema with constraints added. */
  ValueSchema with(Constraint... more);

  /** A string; a value of another kind breaks the rule. */
  static Scalar string(Rule rule) {
    return new Scalar(rule, Kind.STRING, List.of());
  }

  /** A number. */
  static Scalar number(Rule rule) {
    return new Scalar(rule, Kind.NUMBER, List.of());
  }

  /** A number without fraction, however it is spelled. */
  static Scalar integer(Rule rule) {
    return new Scalar(rule, Kind.INTEGER, List.of());
  }

  /** A truth value. */
  static Scalar bool(Rule rule) {
    return new Scalar(rule, Kind.BOOLEAN, List.of());
  }

  /** A list whose elements are all alike. */
  static ListOf list(Rule rule, ValueSchema element) {
    return new ListOf(rule, element, List.of());
  }

  /** An object with these fields, and maybe others. */
  static Obj object(Rule rule, Field... fields) {
    return new Obj(rule, List.of(fields), List.of());
  }

  /**
   * Any value at all.
   *
   * @param words what it means, for those who have to write one
   */
  static Any any(String words) {
    return new Any(words, List.of());
  }

  /** The kinds of scalar. */
  enum Kind {
    /** A text. */
    STRING("a string", "strings"),
    /** Any number. */
    NUMBER("a number", "numbers"),
    /** A number without fraction; {@code 1.0} is one. */
    INTEGER("an integer", "integers"),
    /** True or false. */
    BOOLEAN("true or false", "truth values");

    private final String words;
    private final String plural;

    Kind(String words, String plural) {
      this.words = words;
      this.plural = plural;
    }

    String plural() {
      return plural;
    }

    boolean holds(JsonValue value) {
      return switch (this) {
        case STRING -> value instanceof JsonString;
        case NUMBER -> value instanceof JsonNumber;
        case INTEGER ->
            value instanceof JsonNumber number
                && Numbers.exact(number).map(Kind::isWhole).orElse(false);
        case BOOLEAN -> value instanceof JsonBoolean;
      };
    }

    private static boolean isWhole(BigDecimal number) {
      return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A value without parts.
   *
   * @param rule broken by a value of another kind
   * @param kind which kind
   * @param constraints what else holds
   */
  record Scalar(Rule rule, Kind kind, List<Constraint> constraints) implements ValueSchema {
    /** Copies the list. */
    public Scalar {
      constraints = List.copyOf(constraints);
    }

    @Override
    public Scalar with(Constraint... more) {
      return new Scalar(rule, kind, Constraint.join(constraints, more));
    }
  }

  /**
   * A list whose elements are all alike.
   *
   * @param rule broken by a value that is no list
   * @param element what each element has to be
   * @param constraints what else holds
   */
  record ListOf(Rule rule, ValueSchema element, List<Constraint> constraints)
      implements ValueSchema {
    /** Copies the list. */
    public ListOf {
      constraints = List.copyOf(constraints);
    }

    @Override
    public ListOf with(Constraint... more) {
      return new ListOf(rule, element, Constraint.join(constraints, more));
    }
  }

  /**
   * An object.
   *
   * @param rule broken by a value that is no object
   * @param fields the members that are declared
   * @param constraints what else holds
   */
  record Obj(Rule rule, List<Field> fields, List<Constraint> constraints) implements ValueSchema {
    /** Copies the lists. */
    public Obj {
      fields = List.copyOf(fields);
      constraints = List.copyOf(constraints);
    }

    @Override
    public Obj with(Constraint... more) {
      return new Obj(rule, fields, Constraint.join(constraints, more));
    }

    /** This object with fields added. */
    public Obj and(Field... more) {
      List<Field> all = new ArrayList<>(fields);
      all.addAll(List.of(more));
      return new Obj(rule, all, constraints);
    }
  }

  /**
   * An object whose other fields depend on one of them.
   *
   * @param rule broken by a value that is no object
   * @param by the field that decides, a string
   * @param cases what the object has to be, by the text of that field
   * @param otherwise what it has to be for other texts and where the field is missing; without it,
   *     another text breaks the field's rule
   */
  record Choice(
      Rule rule,
      Field by,
      Map<String, Obj> cases,
      Optional<Obj> otherwise,
      List<Constraint> constraints)
      implements ValueSchema {
    /** Copies the cases, keeping their order. */
    public Choice {
      cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
      constraints = List.copyOf(constraints);
    }

    /** The field that decides, with the texts that it may have if no others are allowed. */
    Field decisive() {
      if (otherwise.isPresent() || !(by.value() instanceof Scalar scalar)) {
        return by;
      }
      String[] texts = cases.keySet().toArray(String[]::new);
      return new Field(
          by.name(), by.presence(), by.value().with(Constraint.oneOf(scalar.rule(), texts)));
    }

    /** A choice without cases. */
    public static Choice by(Rule rule, Field field) {
      return new Choice(rule, field, Map.of(), Optional.empty(), List.of());
    }

    /** This choice with a case added. */
    public Choice when(String text, Obj object) {
      Map<String, Obj> more = new LinkedHashMap<>(cases);
      more.put(text, object);
      return new Choice(rule, by, more, otherwise, constraints);
    }

    /** This choice with what holds in all other cases. */
    public Choice otherwise(Obj object) {
      return new Choice(rule, by, cases, Optional.of(object), constraints);
    }

    @Override
    public Choice with(Constraint... more) {
      return new Choice(rule, by, cases, otherwise, Constraint.join(constraints, more));
    }
  }

  /**
   * Any value.
   *
   * @param words what it means
   * @param constraints what holds of it
   */
  record Any(String words, List<Constraint> constraints) implements ValueSchema {
    /** Copies the list. */
    public Any {
      constraints = List.copyOf(constraints);
    }

    @Override
    public Any with(Constraint... more) {
      return new Any(words, Constraint.join(constraints, more));
    }
  }
}
