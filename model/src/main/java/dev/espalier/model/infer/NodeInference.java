package dev.espalier.model.infer;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns nodes that stand at one place into what a node there has to be. */
final class NodeInference {
  /** More types than these are named by a word for many, if there is one. */
  private static final int MOST_TYPES = 3;

  private static final List<String> WORDS =
      List.of("unsigned", "signed", "integer", "float", "real", "complex", "raw");

  private final Likeness likeness = new Likeness();

  /** The schema of nodes, none of which is unreadable. */
  NodeSchema node(List<NodeSpec> nodes) {
    List<MemberClass.Found> found = new ArrayList<>();
    for (NodeSpec node : nodes) {
      likeness.of(node); // finds out at once if they are nested too deep
      found.add(new MemberClass.Found(found.size(), node));
    }
    MemberClass all = new MemberClass(MemberName.exact("root"), found);
    return node(all, new SharedExtents(List.of(all)).dimensions(0));
  }

  private NodeSchema node(MemberClass members, Dimensions dimensions) {
    List<GroupSpec> groups = members.groupSpecs();
    List<ArraySpec> arrays = members.arraySpecs();
    if (arrays.isEmpty()) {
      return group(groups);
    }
    if (groups.isEmpty()) {
      return array(arrays, dimensions);
    }
    Map<String, NodeSchema> alternatives = new LinkedHashMap<>();
    alternatives.put("group", group(groups));
    alternatives.put("array", array(arrays, Dimensions.any()));
    return new NodeSchema.Choice(CoreRules.CHOICE, alternatives, "");
  }

  private NodeSchema.Group group(List<GroupSpec> groups) {
    List<MemberClass> classes = MemberClasses.of(groups, likeness);
    SharedExtents extents = new SharedExtents(classes);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      NodeSchema node = node(classes.get(i), extents.dimensions(i));
      boolean everywhere = classes.get(i).groups() == groups.size();
      members.add(member(classes.get(i).name(), node, everywhere));
    }
    return new NodeSchema.Group(
        CoreRules.MEMBER_KIND,
        ValueInference.object(attributes(groups), groups.size()),
        members,
        true,
        extents.symbols(),
        List.of(),
        "");
  }

  private static Member member(MemberName name, NodeSchema node, boolean everywhere) {
    if (name instanceof MemberName.Exact exact) {
      String text = exact.name().value();
      return everywhere ? Member.required(text, node) : Member.optional(text, node);
    }
    return everywhere ? Member.atLeast(1, name, node) : Member.many(name, node);
  }

  private static NodeSchema.Array array(List<ArraySpec> arrays, Dimensions dimensions) {
    return new NodeSchema.Array(
        CoreRules.MEMBER_KIND,
        ValueInference.object(attributes(arrays), arrays.size()),
        types(arrays),
        dimensions,
        Optional.empty(),
        LayoutSchema.open(),
        List.of(),
        List.of(),
        "");
  }

  private static DataTypes types(List<ArraySpec> arrays) {
    List<DataType> types = arrays.stream().map(ArraySpec::dataType).distinct().toList();
    if (types.size() > MOST_TYPES) {
      for (String word : WORDS) {
        DataTypes many = DataTypes.of(word);
        if (types.stream().allMatch(many::contains)) {
          return many;
        }
      }
    }
    return DataTypes.of(types.stream().map(DataType::id).distinct().toArray(String[]::new));
  }

  static ValueSketch attributes(List<? extends NodeSpec> nodes) {
    ValueSketch sketch = new ValueSketch();
    for (NodeSpec node : nodes) {
      node.attributes()
          .byName()
          .forEach((name, attribute) -> sketch.addField(name, attribute.value()));
    }
    return sketch;
  }
}
