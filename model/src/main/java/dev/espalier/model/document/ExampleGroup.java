package dev.espalier.model.document;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes up one group. */
final class ExampleGroup {
  private final ExampleTree tree;
  private final NodeSchema.Group group;
  private final Set<String> open;

  /** The members and attributes, with an {@code @}, that there shall be. */
  private final Set<String> wanted = new LinkedHashSet<>();

  private final Map<NodeName, NodeSpec> referredTo = new LinkedHashMap<>();
  private final Map<String, DataType> types = new HashMap<>();

  ExampleGroup(ExampleTree tree, NodeSchema.Group group, Set<String> open) {
    this.tree = tree;
    this.group = group;
    this.open = open;
  }

  /** The group, unless a member that has to be there cannot. */
  Optional<GroupSpec> build() {
    want();
    shareTypes();
    List<String> fields =
        wanted.stream().filter(n -> n.startsWith("@")).map(n -> n.substring(1)).toList();
    JsonObject attributes =
        new ExampleValues(tree.extents(), this::pathTo).attributes(group.attributes(), fields);
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    for (Member member : group.members()) {
      if (wanted.contains(member.name().toString()) && !add(member, members)) {
        return Optional.empty();
      }
    }
    referredTo.forEach(members::putIfAbsent);
    return Optional.of(
        GroupSpec.builder().attributes(Attributes.of(attributes)).members(members).build());
  }

  private void want() {
    for (Field field : group.attributes().fields()) {
      field.presence().ifPresent(rule -> wanted.add("@" + field.name()));
    }
    for (Member member : group.members()) {
      if (member.min() > 0) {
        wanted.add(member.name().toString());
      }
    }
    int before;
    do {
      before = wanted.size();
      group.rules().forEach(this::want);
    } while (wanted.size() > before);
  }

  private void want(NodeRule rule) {
    if (rule instanceof NodeRule.Requires requires && wanted.contains(requires.given())) {
      wanted.addAll(requires.needed());
    } else if (rule instanceof NodeRule.SomeOf some) {
      long there = some.names().stream().filter(wanted::contains).count();
      some.names().stream()
          .filter(name -> !wanted.contains(name))
          .limit(Math.max(0, some.min() - there))
          .toList()
          .forEach(wanted::add);
    }
  }

  /** Chooses one type for arrays that have to share it. */
  private void shareTypes() {
    for (NodeRule rule : group.rules()) {
      if (rule instanceof NodeRule.SameDataType same) {
        List<NodeSchema.Array> arrays =
            same.members().stream()
                .flatMap(name -> group.member(name).stream())
                .map(member -> tree.schema().resolve(member.node()))
                .filter(NodeSchema.Array.class::isInstance)
                .map(NodeSchema.Array.class::cast)
                .toList();
        Stream.concat(arrays.stream().map(ExampleArray::typeOf), Arrays.stream(CoreType.values()))
            .filter(type -> arrays.stream().allMatch(array -> ExampleArray.fits(array, type)))
            .findFirst()
            .ifPresent(type -> same.members().forEach(name -> types.put(name, type)));
      }
    }
  }

  /** Adds as many members as there have to be; false if one of them cannot be. */
  private boolean add(Member member, Map<NodeName, NodeSpec> members) {
    for (int i = 0; i < Math.max(1, member.min()); i++) {
      Optional<NodeSpec> node =
          tree.node(member.node(), open, Optional.ofNullable(types.get(member.name().toString())));
      if (node.isEmpty()) {
        return !member.isRequired();
      }
      members.put(nameOf(member.name(), i), node.get());
    }
    return true;
  }

  private static NodeName nameOf(MemberName name, int number) {
    if (name instanceof MemberName.Exact exact) {
      return exact.name();
    }
    String suffix = number == 0 ? "" : Integer.toString(number);
    if (name instanceof MemberName.Template template) {
      return new NodeName(
          template
              .template()
              .replace("{n}", Integer.toString(number))
              .replaceAll("\\{([a-z][a-z0-9_]*)\\}", "$1" + suffix));
    }
    return name instanceof MemberName.Matching matching
        ? new NodeName(
            PatternSample.of(matching.pattern(), number)
                .filter(sample -> NodeName.problemWith(sample).isEmpty())
                .orElse("example" + suffix))
        : new NodeName("other" + suffix);
  }

  /** The path of a node that fits a definition, which is made up where there is none. */
  private String pathTo(String target) {
    for (Member member : group.members()) {
      if (member.node() instanceof NodeSchema.Reference reference
          && reference.definition().equals(target)) {
        wanted.add(member.name().toString());
        return nameOf(member.name(), 0).value();
      }
    }
    tree.node(new NodeSchema.Reference(target), open, Optional.empty())
        .ifPresent(node -> referredTo.put(new NodeName(target), node));
    return target;
  }
}
