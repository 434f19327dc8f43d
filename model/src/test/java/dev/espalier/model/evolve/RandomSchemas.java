package dev.espalier.model.evolve;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.Declare;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Schemas that are alike: each choice is made the usual way, or another way here and there, so that
 * two of them differ in a few places.
 */
final class RandomSchemas {
  private Random usual;
  private long place;
  private final Random whim;
  private final int rarity;
  private boolean inLeaf;

  /**
   * Starts.
   *
   * @param seed the same for schemas that are to be alike
   * @param whim the same for schemas that are to be equal
   * @param rarity how rare other ways are
   */
  RandomSchemas(long seed, long whim, int rarity) {
    this.usual = new Random(seed);
    this.place = seed;
    this.whim = new Random(whim);
    this.rarity = rarity;
  }

  private int choose(int bound) {
    int way = usual.nextInt(bound);
    return whim.nextInt(rarity) == 0 ? whim.nextInt(bound) : way;
  }

  /** Makes choices that do not depend on how many were made elsewhere. */
  private <T> T within(int key, Supplier<T> choices) {
    Random outer = usual;
    long outerPlace = place;
    place = outerPlace * 1_000_003 + key;
    usual = new Random(place);
    T made = choices.get();
    usual = outer;
    place = outerPlace;
    return made;
  }

  Schema schema() {
    return Declare.convention("lab:random", "1")
        .root(group((int) (place % 3)))
        .define("leaf", within(7, this::leaf))
        .build();
  }

  private NodeDeclaration leaf() {
    inLeaf = true;
    return choose(2) == 0 ? array() : group(0);
  }

  private NodeDeclaration node(int depth) {
    return switch (choose(5)) {
      case 0 -> depth > 0 ? group(depth - 1) : array();
      case 2 -> inLeaf ? array() : Declare.reference("leaf");
      case 3 ->
          Declare.choice()
              .or("line", within(1, this::array))
              .or("other", within(2, () -> depth > 0 ? group(0) : array()));
      default -> array();
    };
  }

  private GroupDeclaration group(int depth) {
    GroupDeclaration group = Declare.group();
    for (String name : List.of("a", "b", "s0")) {
      int presence = choose(4);
      NodeDeclaration node = within(name.hashCode(), () -> node(depth));
      switch (presence) {
        case 0 -> group.member(name, node);
        case 1 -> group.optionalMember(name, node);
        case 2 -> group.recommendedMember(name, node);
        default -> {}
      }
    }
    for (MemberName names :
        List.of(MemberName.template("s{n}"), MemberName.matching("[st][0-9]"), MemberName.any())) {
      int count = choose(5);
      NodeDeclaration node = within(names.toString().hashCode(), () -> node(depth));
      if (count < 3) {
        group.members(count, names, node);
      }
    }
    for (Field field : within(3, () -> fields(1))) {
      group.attribute(field);
    }
    if (choose(4) == 0) {
      group.closed();
    }
    if (choose(6) == 0) {
      group.closedAttributes();
    }
    if (choose(6) == 0) {
      group.dimensionNamesAgree();
    }
    return group;
  }

  private List<Field> fields(int depth) {
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("p", "q")) {
      int presence = choose(4);
      ValueSchema value = within(name.hashCode(), () -> value(depth));
      Rule rule = new Rule("lab.p", choose(3) == 0 ? Level.SHOULD : Level.MUST, TEXT, "It is.");
      switch (presence) {
        case 0 -> fields.add(Field.required(name, value));
        case 1 -> fields.add(Field.optional(name, value));
        case 2 -> fields.add(Field.demanded(rule, name, value));
        default -> {}
      }
    }
    return fields;
  }

  private static final Rule.Origin TEXT = Rule.Origin.TEXT;

  private ValueSchema value(int depth) {
    return switch (choose(depth > 0 ? 9 : 5)) {
      case 0 -> Declare.string();
      case 1 ->
          Declare.string().oneOf(choose(2) == 0 ? new String[] {"x"} : new String[] {"x", "y"});
      case 2 -> Declare.integer();
      case 3 -> Declare.number().between(choose(2), 3 + choose(2));
      case 4 -> Declare.anything("any");
      case 5 -> Declare.list(within(1, () -> value(depth - 1))).sized(choose(2), 2 + choose(2));
      case 6 -> Declare.anyOf(within(1, () -> value(depth - 1)), within(2, () -> value(depth - 1)));
      case 7 ->
          choose(2) == 0
              ? Declare.mapOf(within(1, () -> value(depth - 1)))
              : Declare.tuple(within(1, () -> value(depth - 1)), within(2, () -> value(depth - 1)));
      default -> object(depth - 1);
    };
  }

  private ValueSchema object(int depth) {
    ValueSchema.Obj object = Declare.object(fields(depth).toArray(Field[]::new));
    return choose(3) == 0 ? object.closed() : object;
  }

  private ArrayDeclaration array() {
    ArrayDeclaration array = Declare.array();
    switch (choose(4)) {
      case 0 -> array.types("integer");
      case 1 -> array.types("int32", "float64");
      case 2 -> array.types("int32");
      default -> {}
    }
    List<Dimension> dimensions = new ArrayList<>();
    int rest = choose(4);
    for (int i = choose(3); i > 0; i--) {
      dimensions.add(dimension());
    }
    if (rest == 0) {
      dimensions.add(choose(dimensions.size() + 1), Dimension.of("..."));
    }
    Dimensions demanded = Dimensions.of(dimensions);
    array.dimensions(
        new Dimensions(
            dimensions,
            choose(3) == 0 ? advice(demanded.rank()) : demanded.rank(),
            choose(6) == 0 ? advice(demanded.extents()) : demanded.extents(),
            choose(6) == 0 ? advice(demanded.names()) : demanded.names()));
    if (choose(4) == 0) {
      array.attribute(
          "n",
          Declare.integer()
              .with(new Constraint.EqualsExtent(CoreRules.ATTRIBUTE_EXTENT, Extent.symbol("x"))));
    }
    return array;
  }

  private static Rule advice(Rule rule) {
    return new Rule(rule.id(), Level.SHOULD, rule.origin(), rule.text());
  }

  private Dimension dimension() {
    Extent extent = Extent.parse(List.of("x", "y", "x+1", "2", "*").get(choose(5)));
    return new Dimension(extent, choose(3) == 0 ? Optional.of("x") : Optional.empty());
  }
}
