package dev.espalier.model.code;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.ChoiceDeclaration;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;

/** Spells nodes and members. */
final class NodeCode {
  private final Literals literals;
  private final ValueCode values;
  private final NodeRuleCode rules;
  private final ArrayCode arrays;
  private final Parts parts;

  NodeCode(Literals literals, Parts parts) {
    this.literals = literals;
    this.values = new ValueCode(literals, parts);
    this.rules = new NodeRuleCode(literals);
    this.arrays = new ArrayCode(literals, values);
    this.parts = parts;
  }

  /** An expression that is a declaration. */
  Code node(NodeSchema node) {
    if (node instanceof NodeSchema.Group group) {
      return bounded(GroupDeclaration.class, isPlain(group) ? group(group) : fullGroup(group));
    }
    if (node instanceof NodeSchema.Array array) {
      return bounded(ArrayDeclaration.class, arrays.array(array));
    }
    if (node instanceof NodeSchema.Choice choice) {
      return bounded(ChoiceDeclaration.class, choice(choice));
    }
    return Code.call("reference", literals.text(((NodeSchema.Reference) node).definition()));
  }

  private Code bounded(Class<?> declaration, Code code) {
    boolean full = code.head().equals("node");
    return parts.bounded(code, full ? NodeDeclaration.class : declaration, "node");
  }

  private Code choice(NodeSchema.Choice choice) {
    List<Code> calls = new ArrayList<>();
    if (!choice.rule().equals(CoreRules.CHOICE)) {
      calls.add(Code.call("under", literals.rule(choice.rule())));
    }
    if (!choice.text().isEmpty()) {
      calls.add(Code.call("text", literals.text(choice.text())));
    }
    choice
        .alternatives()
        .forEach((name, one) -> calls.add(Code.call("or", literals.text(name), node(one))));
    return Code.call("choice").then(calls);
  }

  /** Whether the words of a declaration can say what the attributes of a node are. */
  static boolean isPlain(ValueSchema.Obj attributes) {
    return attributes.rule().equals(CoreRules.ATTRIBUTE_TYPE) && attributes.constraints().isEmpty();
  }

  private static boolean isPlain(NodeSchema.Group group) {
    return isPlain(group.attributes())
        && group.dimensions().stream().distinct().count() == group.dimensions().size();
  }

  private Code group(NodeSchema.Group group) {
    List<Code> calls = new ArrayList<>();
    if (!group.rule().equals(CoreRules.MEMBER_KIND)) {
      calls.add(Code.call("under", literals.rule(group.rule())));
    }
    if (!group.text().isEmpty()) {
      calls.add(Code.call("text", literals.text(group.text())));
    }
    if (!group.open()) {
      calls.add(Code.call("closed"));
    }
    if (!group.attributes().open()) {
      calls.add(Code.call("closedAttributes"));
    }
    if (!group.dimensions().isEmpty()) {
      calls.add(literals.texts("dimensions", group.dimensions()));
    }
    group.attributes().fields().forEach(field -> calls.add(attribute(field)));
    group.members().forEach(member -> calls.add(member(member)));
    for (NodeRule rule : group.rules()) {
      calls.add(rules.added(rule));
    }
    return Code.call("group").then(calls);
  }

  /** A call that adds an attribute to a node. */
  private Code attribute(Field field) {
    return attribute(literals, values, field);
  }

  static Code attribute(Literals literals, ValueCode values, Field field) {
    Code name = literals.text(field.name());
    if (field.equals(Field.required(field.name(), field.value()))) {
      return Code.call("attribute", name, values.value(field.value()));
    }
    if (field.equals(Field.recommended(field.name(), field.value()))) {
      return Code.call("recommended", name, values.value(field.value()));
    }
    return field.equals(Field.optional(field.name(), field.value()))
        ? Code.call("optional", name, values.value(field.value()))
        : Code.call("attribute", values.field(field));
  }

  private Code member(Member member) {
    if (member.name() instanceof MemberName.Exact exact) {
      String text = exact.name().value();
      if (member.equals(Member.required(text, member.node()))) {
        return Code.call("member", literals.text(text), node(member.node()));
      }
      if (member.equals(Member.recommended(text, member.node()))) {
        return Code.call("recommendedMember", literals.text(text), node(member.node()));
      }
      if (member.equals(Member.optional(text, member.node()))) {
        return Code.call("optionalMember", literals.text(text), node(member.node()));
      }
    } else if (member.equals(Member.many(member.name(), member.node()))) {
      return Code.call("members", name(member.name()), node(member.node()));
    } else if (member.equals(Member.atLeast(member.min(), member.name(), member.node()))) {
      return Code.call(
          "members", literals.number(member.min()), name(member.name()), node(member.node()));
    }
    return Code.call("member", fullMember(member));
  }

  private Code fullMember(Member member) {
    return literals.create(
        Member.class,
        name(member.name()),
        node(member.node()).then(Code.call("toSchema")),
        literals.optional(member.presence(), literals::rule),
        literals.number(member.min()),
        literals.optional(member.max()),
        literals.text(member.text()));
  }

  private Code name(MemberName name) {
    if (name instanceof MemberName.Template template) {
      return Code.call("template", literals.text(template.template()));
    }
    if (name instanceof MemberName.Matching matching) {
      return Code.call("matching", literals.text(matching.pattern().regex()));
    }
    return name instanceof MemberName.Exact exact
        ? Code.call(literals.type(MemberName.class) + ".exact", literals.text(exact.name().value()))
        : Code.call("everyOther");
  }

  private Code fullGroup(NodeSchema.Group group) {
    return Code.call(
        "node",
        literals.create(
            NodeSchema.Group.class,
            literals.rule(group.rule()),
            values.attributes(group.attributes()),
            literals.list(group.members(), this::fullMember),
            Code.text(Boolean.toString(group.open())),
            literals.list(group.dimensions(), literals::text),
            literals.list(group.rules(), rules::full),
            literals.text(group.text())));
  }
}
