package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JSON value has to be.
 *
 * <p>Objects are open unless declared closed: members that no field declares are allowed and left
 * alone.
 */
public sealed interface ValueSchema
    permits ValueSchema.Scalar,
        ValueSchema.ListOf,
        ValueSchema.Tuple,
        ValueSchema.Obj,
        ValueSchema.MapOf,
        ValueSchema.Union,
        ValueSchema.Any,
        ValueChoice {
  /** What holds beside the kind of value, in the order in which it is checked. */
  List<Constraint> constraints();

  /**
   * This schema with constraints added.
   *
   * @throws IllegalArgumentException if one is about values of another kind
   */
  ValueSchema with(Constraint... more);

  /** This schema, for one of a few texts. */
  default ValueSchema oneOf(String... texts) {
    return with(Constraint.oneOf(CoreRules.ATTRIBUTE_VALUE, texts));
  }

  /** This schema, for one of a few texts, whatever the case of their letters from A to Z. */
  default ValueSchema oneOfInAnyCase(String... texts) {
    List<String> each = List.of(texts).stream().map(AnyCase::expression).toList();
    return matching(String.join("|", each), AnyCase.words(List.of(texts)));
  }

  /** This schema, for one of a few values. */
  default ValueSchema oneOf(JsonValue... values) {
    return with(new Constraint.OneOf(CoreRules.ATTRIBUTE_VALUE, List.of(values)));
  }

  /**
   * This schema, for texts that match a regular expression as a whole.
   *
   * @param words what the expression means: "six hexadecimal digits"
   */
  default ValueSchema matching(String regex, String words) {
    return with(new Constraint.Matches(CoreRules.ATTRIBUTE_PATTERN, regex, words));
  }

  /** This schema, for numbers from a least to a greatest. */
  default ValueSchema between(double min, double max) {
    return with(bounds(Optional.of(min), true, Optional.of(max), true));
  }

  /** This schema, for numbers that are not less than one. */
  default ValueSchema atLeast(double min) {
    return with(bounds(Optional.of(min), true, Optional.empty(), true));
  }

  /** This schema, for numbers that are greater than one. */
  default ValueSchema above(double min) {
    return with(bounds(Optional.of(min), false, Optional.empty(), true));
  }

  /** This schema, for numbers that are not greater than one. */
  default ValueSchema atMost(double max) {
    return with(bounds(Optional.empty(), true, Optional.of(max), true));
  }

  /** This schema, for lists of at least and at most so many elements. */
  default ValueSchema sized(int min, int max) {
    return with(Constraint.length(CoreRules.ATTRIBUTE_LENGTH, min, max));
  }

  /** This schema, for lists of at least so many elements. */
  default ValueSchema sized(int min) {
    return with(Constraint.atLeast(CoreRules.ATTRIBUTE_LENGTH, min));
  }

  /** This schema, for lists without equal elements. */
  default ValueSchema distinct() {
    return with(new Constraint.Distinct(CoreRules.ATTRIBUTE_DISTINCT, Optional.empty()));
  }

  /** This schema, for integers that repeat an extent, such as {@code rows+1}. */
  default ValueSchema equalTo(String extent) {
    return with(new Constraint.EqualsExtent(CoreRules.ATTRIBUTE_EXTENT, Extent.parse(extent)));
  }

  /** This schema, for texts that are the path of a node that fits a definition of the schema. */
  default ValueSchema referringTo(String definition) {
    return with(new Constraint.Refers(CoreRules.REFERENCE_TARGET, definition));
  }

  /** This schema, for texts that name a dimension, whose extent the symbol stands for. */
  default ValueSchema namingDimension(String symbol) {
    return with(new Constraint.NamesDimension(CoreRules.REFERENCE_DIMENSION, symbol));
  }

  private static Constraint bounds(
      Optional<Double> min, boolean minIncluded, Optional<Double> max, boolean maxIncluded) {
    return new Constraint.Bounds(
        CoreRules.ATTRIBUTE_RANGE,
        min.map(ValueSchema::decimal),
        minIncluded,
        max.map(ValueSchema::decimal),
        maxIncluded);
  }

  /** The shortest decimal that reads as the double, without a fraction where there is none. */
  private static BigDecimal decimal(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

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
    return new Obj(rule, List.of(fields), true, List.of());
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

    /** The word for several: {@code strings}. */
    public String plural() {
      return plural;
    }

    /** Whether a value is of this kind. */
    public boolean holds(JsonValue value) {
      return switch (this) {
        case STRING -> value instanceof JsonString;
        case NUMBER -> value instanceof JsonNumber;
        case INTEGER -> value instanceof JsonNumber number && number.isWhole();
        case BOOLEAN -> value instanceof JsonBoolean;
      };
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
      constraints = ConstraintFit.copyOf(kind, constraints);
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
      constraints = ConstraintFit.LIST.copyOf("a list", constraints);
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
   * @param open whether there may be others
   * @param constraints what else holds
   */
  record Obj(Rule rule, List<Field> fields, boolean open, List<Constraint> constraints)
      implements ValueSchema {
    /** Copies the lists and checks that no name stands twice. */
    public Obj {
      fields = List.copyOf(fields);
      constraints = ConstraintFit.OTHER.copyOf("an object", constraints);
      if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
        throw new IllegalArgumentException(
            "an attribute is declared twice: " + fields.stream().map(Field::name).toList());
      }
    }

    @Override
    public Obj with(Constraint... more) {
      return new Obj(rule, fields, open, Constraint.join(constraints, more));
    }

    /** This object without members that are not declared. */
    public Obj closed() {
      return new Obj(rule, fields, false, constraints);
    }

    /** This object with fields added. */
    public Obj and(Field... more) {
      List<Field> all = new ArrayList<>(fields);
      all.addAll(List.of(more));
      return new Obj(rule, all, open, constraints);
    }
  }

  /**
   * A list of a fixed number of elements, each of which is something of its own.
   *
   * @param rule broken by a value that is no list, or has another number of elements
   * @param elements what each element has to be
   * @param constraints what else holds
   */
  record Tuple(Rule rule, List<ValueSchema> elements, List<Constraint> constraints)
      implements ValueSchema {
    /** Copies the lists. */
    public Tuple {
      elements = List.copyOf(elements);
      constraints = ConstraintFit.LIST.copyOf("a list", constraints);
    }

    @Override
    public Tuple with(Constraint... more) {
      return new Tuple(rule, elements, Constraint.join(constraints, more));
    }
  }

  /**
   * An object whose members all are alike, whatever their names.
   *
   * @param rule broken by a value that is no object
   * @param value what each member has to be
   * @param constraints what else holds
   */
  record MapOf(Rule rule, ValueSchema value, List<Constraint> constraints) implements ValueSchema {
    /** Copies the list. */
    public MapOf {
      constraints = ConstraintFit.OTHER.copyOf("a map", constraints);
    }

    @Override
    public MapOf with(Constraint... more) {
      return new MapOf(rule, value, Constraint.join(constraints, more));
    }
  }

  /**
   * A value that is one of several alternatives; what is wrong is said about the closest.
   *
   * @param rule broken where no alternative is near
   * @param alternatives the alternatives, at least one
   * @param constraints what else holds
   */
  record Union(Rule rule, List<ValueSchema> alternatives, List<Constraint> constraints)
      implements ValueSchema {
    /** Copies the lists. */
    public Union {
      alternatives = List.copyOf(alternatives);
      constraints = List.copyOf(constraints);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("a union without alternatives matches nothing");
      }
    }

    @Override
    public Union with(Constraint... more) {
      return new Union(rule, alternatives, Constraint.join(constraints, more));
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
