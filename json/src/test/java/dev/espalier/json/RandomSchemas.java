package dev.espalier.json;

import static dev.espalier.model.declare.Declare.everyOther;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.template;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.type.CoreType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Schemas drawn from a seed: every record, and every option of it, comes up sooner or later. */
final class RandomSchemas {
  private static final int DEEPEST = 3;
  private final Random random;

  private RandomSchemas(Random random) {
    this.random = random;
  }

  static Schema of(long seed) {
    return new RandomSchemas(new Random(seed)).schema();
  }

  private Schema schema() {
    Map<String, NodeSchema> definitions = new LinkedHashMap<>();
    definitions.put("leaf", array());
    if (some()) {
      definitions.put("other", group(1));
    }
    Identity identity =
        new Identity(
            pick("test", "a:b", "a b"),
            pick("1", "0.5"),
            some() ? Optional.of(new UUID(random.nextLong(), random.nextLong())) : Optional.empty(),
            some() ? Optional.of("https://example.org/x") : Optional.empty(),
            some() ? List.of("u", "v") : List.of(),
            some()
                ? List.of(
                    new Identity.Probe(
                        JsonPointer.of("a", "b/c"),
                        some() ? Optional.of(JsonValue.of(1)) : Optional.empty()))
                : List.of());
    return new Schema(identity, pick("", "Title"), group(0), definitions);
  }

  private NodeSchema node(int depth) {
    if (depth > DEEPEST) {
      return new NodeSchema.Reference("leaf");
    }
    return switch (random.nextInt(4)) {
      case 0 -> group(depth + 1);
      case 1 -> array();
      case 2 -> {
        Map<String, NodeSchema> alternatives = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
          alternatives.put("alternative " + i, node(depth + 1));
        }
        yield new NodeSchema.Choice(rule(CoreRules.CHOICE), alternatives, pick("", "Words."));
      }
      default -> new NodeSchema.Reference("leaf");
    };
  }

  private NodeSchema.Group group(int depth) {
    List<Member> members = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.add(member(i, depth));
      names.add(members.get(members.size() - 1).name().toString());
    }
    List<NodeRule> rules = new ArrayList<>();
    if (some() && !names.isEmpty()) {
      rules.add(new NodeRule.SameDataType(rule(CoreRules.GROUP_DATA_TYPE), names));
      rules.add(
          new NodeRule.SomeOf(
              rule(CoreRules.GROUP_ALTERNATIVES), names, random.nextInt(2), random.nextInt(3)));
      rules.add(new NodeRule.Requires(rule(CoreRules.GROUP_REQUIRES), names.get(0), names));
    }
    if (some()) {
      rules.add(new NodeRule.DimensionNamesAgree(rule(CoreRules.GROUP_DIMENSION_NAMES)));
      rules.add(new NodeRule.Coded(List.of(own(), CoreRules.CHOICE), subject -> {}));
    }
    return new NodeSchema.Group(
        rule(CoreRules.MEMBER_KIND),
        attributes(),
        members,
        some(),
        some() ? List.of("shared") : List.of(),
        rules,
        pick("", "A group."));
  }

  private Member member(int number, int depth) {
    NodeSchema node = node(depth + 1);
    Member member =
        switch (random.nextInt(8)) {
          case 0 -> Member.required("m" + number, node);
          case 1 -> Member.recommended("=s{n}" + number, node);
          case 2 -> Member.optional("s{n}" + number, node);
          case 3 -> Member.many(template(pick("t", "=", ".", "*") + "{n}_" + number), node);
          case 4 -> Member.atLeast(2, matching("a+" + number), node);
          case 5 ->
              new Member(
                  template("u{name}" + number), node, Optional.of(own()), 1, OptionalInt.of(3), "");
          case 6 ->
              new Member(
                  MemberName.exact("e" + number),
                  node,
                  Optional.of(own()),
                  1,
                  OptionalInt.of(1),
                  "");
          default -> number == 1 ? Member.many(everyOther(), node) : Member.optional("*", node);
        };
    // "*" as an exact name may be drawn twice; then it gets another one.
    Member distinct =
        member.name().isExact() && member.name().toString().equals("*") && number > 2
            ? Member.optional("x" + number, node)
            : member;
    return some() ? distinct.describedAs("About it.") : distinct;
  }

  private NodeSchema.Array array() {
    List<Dimension> dimensions = new ArrayList<>();
    if (some()) {
      dimensions.add(Dimension.of("..."));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      dimensions.add(
          some()
              ? Dimension.of(pick("shared", "3", "*", "2*shared-1", "a+b+1", "9223372036854775807"))
              : new Dimension(Extent.symbol("shared"), Optional.of(pick("shared", "z"))));
    }
    dimensions.add(Dimension.of("a"));
    dimensions.add(Dimension.of("b"));
    dimensions.add(Dimension.of("shared"));
    return new NodeSchema.Array(
        rule(CoreRules.MEMBER_KIND),
        attributes(),
        new DataTypes(
            some() ? List.of("float", "int8") : List.of(), rule(CoreRules.ARRAY_DATA_TYPE)),
        new Dimensions(
            dimensions,
            rule(CoreRules.ARRAY_RANK),
            rule(CoreRules.ARRAY_EXTENT),
            rule(CoreRules.ARRAY_DIMENSION_NAMES)),
        some()
            ? Optional.of(FillValue.parse(CoreType.FLOAT32, JsonValue.of("NaN")))
            : Optional.empty(),
        layout(),
        elements(),
        some() ? List.of(new NodeRule.Coded(List.of(own()), subject -> {})) : List.of(),
        pick("", "An array."));
  }

  private LayoutSchema layout() {
    LayoutSchema layout = LayoutSchema.open();
    if (some()) {
      layout = layout.withChunks(some(), "64", "*", "full");
    }
    if (some()) {
      layout = layout.withShards(some(), "640");
    }
    return some()
        ? layout.withCodecs(
            some(),
            CodecSpec.of("bytes"),
            new CodecSpec("zstd", JsonObject.of("level", JsonValue.of(3))))
        : layout;
  }

  private List<ElementRule> elements() {
    List<ElementRule> all =
        List.of(
            new ElementRule.Rising(rule(CoreRules.ELEMENTS_ORDER), some()),
            new ElementRule.First(rule(CoreRules.ELEMENTS_FIRST), Extent.fixed(0)),
            new ElementRule.Last(rule(CoreRules.ELEMENTS_LAST), Extent.parse("ceil(shared/2)")),
            new ElementRule.Sum(rule(CoreRules.ELEMENTS_SUM), Extent.symbol("shared")),
            new ElementRule.Within(
                rule(CoreRules.ELEMENTS_RANGE),
                some() ? Optional.of(new BigDecimal("-0.50")) : Optional.empty(),
                some() ? Optional.of(new BigDecimal("1E+3")) : Optional.empty(),
                some() ? Optional.of(Extent.symbol("shared")) : Optional.empty()),
            new ElementRule.Finite(rule(CoreRules.ELEMENTS_FINITE)));
    return all.stream().filter(rule -> some()).toList();
  }

  private ValueSchema.Obj attributes() {
    return new ValueSchema.Obj(
        rule(CoreRules.ATTRIBUTE_TYPE),
        fields(0),
        some(),
        some() ? List.of(new Constraint.Coded(List.of(own()), part -> {})) : List.of());
  }

  private List<Field> fields(int depth) {
    List<Field> fields = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      ValueSchema value = value(depth);
      Field field =
          switch (random.nextInt(4)) {
            case 0 -> Field.required("f" + i, value);
            case 1 -> Field.recommended("f" + i, value);
            case 2 -> Field.demanded(own(), "f" + i, value);
            default -> Field.optional("f" + i, value).orElse(new JsonNumber("1.0"));
          };
      fields.add(some() ? field.describedAs("Meaning.") : field);
    }
    return fields;
  }

  private ValueSchema value(int depth) {
    ValueSchema bare =
        switch (random.nextInt(depth > DEEPEST ? 5 : 11)) {
          case 0 -> ValueSchema.string(rule(CoreRules.ATTRIBUTE_TYPE));
          case 1 -> ValueSchema.number(rule(CoreRules.ATTRIBUTE_TYPE));
          case 2 -> ValueSchema.integer(rule(CoreRules.ATTRIBUTE_TYPE));
          case 3 -> ValueSchema.bool(rule(CoreRules.ATTRIBUTE_TYPE));
          case 4 -> ValueSchema.any(pick("", "anything"));
          case 5 -> ValueSchema.list(rule(CoreRules.ATTRIBUTE_TYPE), value(depth + 1));
          case 6 ->
              new ValueSchema.Tuple(
                  rule(CoreRules.ATTRIBUTE_TYPE),
                  List.of(value(depth + 1), value(depth + 1)),
                  List.of());
          case 7 -> object(depth);
          case 8 ->
              new ValueSchema.MapOf(rule(CoreRules.ATTRIBUTE_TYPE), value(depth + 1), List.of());
          case 9 ->
              new ValueSchema.Union(
                  rule(CoreRules.CHOICE), List.of(value(depth + 1), value(depth + 1)), List.of());
          default -> {
            ValueChoice choice =
                ValueChoice.by(
                        rule(CoreRules.ATTRIBUTE_TYPE),
                        Field.required("type", ValueSchema.string(CoreRules.ATTRIBUTE_TYPE)))
                    .when("a", object(depth))
                    .when("b", object(depth));
            yield some() ? choice.otherwise(object(depth)) : choice;
          }
        };
    ValueSchema value = bare;
    for (Constraint constraint : constraints()) {
      value = withFitting(value, constraint);
    }
    return value;
  }

  private static ValueSchema withFitting(ValueSchema value, Constraint constraint) {
    try {
      return value.with(constraint);
    } catch (IllegalArgumentException e) {
      return value; // it is about values of another kind
    }
  }

  private ValueSchema.Obj object(int depth) {
    return new ValueSchema.Obj(
        rule(CoreRules.ATTRIBUTE_TYPE), fields(depth + 1), some(), List.of());
  }

  private List<Constraint> constraints() {
    List<Function<Boolean, Constraint>> all =
        List.of(
            b -> new Constraint.OneOf(rule(CoreRules.ATTRIBUTE_VALUE), List.of(JsonValue.of("x"))),
            b ->
                new Constraint.Matches(
                    rule(CoreRules.ATTRIBUTE_PATTERN),
                    "a|b",
                    b ? "a or b" : "text that matches a|b"),
            b ->
                new Constraint.Bounds(
                    rule(CoreRules.ATTRIBUTE_RANGE),
                    Optional.of(new BigDecimal("0.10")),
                    b,
                    some() ? Optional.of(BigDecimal.TEN) : Optional.empty(),
                    some()),
            b ->
                new Constraint.Length(
                    rule(CoreRules.ATTRIBUTE_LENGTH),
                    1,
                    b ? OptionalInt.of(4) : OptionalInt.empty()),
            b ->
                new Constraint.Distinct(
                    rule(CoreRules.ATTRIBUTE_DISTINCT), b ? Optional.of("name") : Optional.empty()),
            b ->
                new Constraint.Counted(
                    rule(CoreRules.ATTRIBUTE_COUNT),
                    new Selector("t", List.of("x"), b),
                    some() ? 0 : 1,
                    some() ? 2 : Integer.MAX_VALUE),
            b -> new Constraint.Refers(rule(CoreRules.REFERENCE_TARGET), "leaf"),
            b ->
                new Constraint.EqualsExtent(
                    rule(CoreRules.ATTRIBUTE_EXTENT), Extent.parse("shared+1")),
            b -> new Constraint.NamesDimension(rule(CoreRules.REFERENCE_DIMENSION), "shared"),
            b -> new Constraint.Coded(List.of(own(), own()), part -> {}));
    List<Constraint> chosen = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      chosen.add(all.get(random.nextInt(all.size())).apply(some()));
    }
    return chosen;
  }

  private Rule rule(Rule usual) {
    return random.nextInt(4) == 0 ? own() : usual;
  }

  private Rule own() {
    // Now and then two rules of one identity, or one that calls itself like a core rule.
    String id = pick("own.a", "own.b", "member.kind");
    return new Rule(
        id,
        Level.valueOf(pick("MUST", "SHOULD", "MAY")),
        Rule.Origin.valueOf(pick("SCHEMA", "TEXT", "ADVICE")),
        pick("A rule.", ""));
  }

  private boolean some() {
    return random.nextBoolean();
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
