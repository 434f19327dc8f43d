package dev.espalier.model.evolve;

import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Trees that are likely to be valid under a schema; whether they are, a match says. */
final class FittingTrees {
  private static final List<CoreType> TYPES =
      List.of(CoreType.INT32, CoreType.FLOAT64, CoreType.UINT8);

  private final Schema schema;
  private final Random random;
  private final Map<String, Long> symbols;

  FittingTrees(Schema schema, long seed) {
    this.schema = schema;
    this.random = new Random(seed);
    this.symbols = Map.of("x", (long) random.nextInt(3), "y", (long) random.nextInt(3));
  }

  NodeSpec tree() {
    return node(schema.root());
  }

  private NodeSpec node(NodeSchema node) {
    if (node instanceof NodeSchema.Reference) {
      return node(schema.resolve(node));
    }
    if (node instanceof NodeSchema.Choice choice) {
      return node(one(List.copyOf(choice.alternatives().values())));
    }
    return node instanceof NodeSchema.Group group ? group(group) : array((NodeSchema.Array) node);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private GroupSpec group(NodeSchema.Group group) {
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    List<Member> declared = new ArrayList<>(group.members());
    for (Member member : declared) {
      if (member.name() instanceof MemberName.Exact exact) {
        if (member.presence().isPresent() || random.nextBoolean()) {
          members.put(exact.name(), node(member.node()));
        }
      } else {
        List<String> names =
            member.name() instanceof MemberName.Anything
                ? List.of("u", "v", "w")
                : member.name() instanceof MemberName.Template
                    ? List.of("s1", "s22", "s0")
                    : List.of("t1", "s1", "t2");
        for (int i = 0; i < 3; i++) {
          if (i < Math.max(member.min(), 1) || random.nextInt(3) == 0) {
            members.putIfAbsent(new NodeName(names.get(i)), node(member.node()));
          }
        }
      }
    }
    if (group.open() && random.nextInt(4) == 0) {
      members.put(new NodeName("entirely-other"), GroupSpec.empty());
    }
    return GroupSpec.builder()
        .members(members)
        .attributes(Attributes.of(object(group.attributes())))
        .build();
  }

  private ArraySpec array(NodeSchema.Array array) {
    List<Long> extents = new ArrayList<>();
    List<Optional<String>> names = new ArrayList<>();
    for (Dimension dimension : array.dimensions().list()) {
      int times = dimension.isRest() ? random.nextInt(3) : 1;
      for (int i = 0; i < times; i++) {
        extents.add(extent(dimension.extent()));
        names.add(dimension.name());
      }
    }
    if (array.dimensions().rank().level() == Level.SHOULD && random.nextInt(3) == 0) {
      extents.add((long) random.nextInt(3));
      names.add(Optional.empty());
    }
    List<CoreType> types = TYPES.stream().filter(array.dataTypes()::contains).toList();
    return ArraySpec.builder()
        .dataType(one(types))
        .shape(Shape.of(extents.stream().mapToLong(Long::longValue).toArray()))
        .dimensionNames(names)
        .attributes(Attributes.of(object(array.attributes())))
        .build();
  }

  private long extent(Extent extent) {
    return extent
        .evaluate(name -> OptionalLong.of(symbols.getOrDefault(name, 1L)))
        .orElse(random.nextInt(4));
  }

  private JsonObject object(ValueSchema.Obj object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Field field : object.fields()) {
      if (field.presence().isPresent() ? random.nextInt(30) > 0 : random.nextBoolean()) {
        boolean extent = field.name().equals("n");
        members.put(
            field.name(), extent ? JsonValue.of(extent(Extent.symbol("x"))) : value(field.value()));
      }
    }
    return new JsonObject(members);
  }

  private JsonValue value(ValueSchema value) {
    for (Constraint constraint : value.constraints()) {
      if (constraint instanceof Constraint.OneOf few && random.nextInt(9) > 0) {
        return one(few.values());
      }
    }
    if (value instanceof ValueSchema.Obj object) {
      return object(object);
    }
    if (value instanceof ValueSchema.Union union) {
      return value(one(union.alternatives()));
    }
    if (value instanceof ValueSchema.ListOf list) {
      List<JsonValue> elements = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        elements.add(value(list.element()));
      }
      return new JsonArray(elements);
    }
    if (value instanceof ValueSchema.Tuple tuple) {
      return new JsonArray(tuple.elements().stream().map(this::value).toList());
    }
    if (value instanceof ValueSchema.MapOf map) {
      return JsonObject.of(one(List.of("p", "k")), value(map.value()));
    }
    if (value instanceof ValueSchema.Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> JsonValue.of(one(List.of("x", "y", "z")));
        case INTEGER -> JsonValue.of(random.nextInt(5));
        case NUMBER -> new JsonNumber(one(List.of("1", "1.5", "2.5", "3", "3", "4")));
        case BOOLEAN -> JsonValue.of(random.nextBoolean());
      };
    }
    return one(
        List.of(
            JsonValue.of("x"),
            JsonValue.of(2),
            JsonArray.of(),
            JsonObject.empty(),
            JsonValue.of(true)));
  }
}
