package dev.espalier.model.declare;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the parts of a {@link NodeSchema.Group}. */
public final class GroupDeclaration implements NodeDeclaration {
  private Rule rule = CoreRules.MEMBER_KIND;
  private String text = "";
  private boolean open = true;
  private boolean openAttributes = true;
  private final List<Field> attributes = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final Set<String> dimensions = new LinkedHashSet<>();
  private final List<NodeRule> rules = new ArrayList<>();

  GroupDeclaration() {}

  /** What the group is, in Markdown. */
  public GroupDeclaration text(String words) {
    text = words;
    return this;
  }

  /** The rule that a node breaks that is no group. */
  public GroupDeclaration under(Rule broken) {
    rule = broken;
    return this;
  }

  /** No members but those declared. */
  public GroupDeclaration closed() {
    open = false;
    return this;
  }

  /** No attributes but those declared. */
  public GroupDeclaration closedAttributes() {
    openAttributes = false;
    return this;
  }

  /**
   * Symbols of dimensions that everything below shares, and that are not those of groups further
   * up.
   */
  public GroupDeclaration dimensions(String... symbols) {
    dimensions.addAll(List.of(symbols));
    return this;
  }

  /** Takes over all that other groups declare: several conventions on one node. */
  public GroupDeclaration include(NodeSchema.Group... others) {
    for (NodeSchema.Group other : others) {
      attributes.addAll(other.attributes().fields());
      constraints.addAll(other.attributes().constraints());
      members.addAll(other.members());
      dimensions.addAll(other.dimensions());
      rules.addAll(other.rules());
      open &= other.open();
      openAttributes &= other.attributes().open();
    }
    return this;
  }

  /** An attribute that has to be there. */
  public GroupDeclaration attribute(String name, ValueSchema value) {
    return attribute(Field.required(name, value));
  }

  /** An attribute that should be there. */
  public GroupDeclaration recommended(String name, ValueSchema value) {
    return attribute(Field.recommended(name, value));
  }

  /** An attribute that may be absent. */
  public GroupDeclaration optional(String name, ValueSchema value) {
    return attribute(Field.optional(name, value));
  }

  /** An attribute. */
  public GroupDeclaration attribute(Field field) {
    attributes.add(field);
    return this;
  }

  /** A member that has to be there. */
  public GroupDeclaration member(String name, NodeDeclaration node) {
    return member(Member.required(name, node.toSchema()));
  }

  /** A member that should be there. */
  public GroupDeclaration recommendedMember(String name, NodeDeclaration node) {
    return member(Member.recommended(name, node.toSchema()));
  }

  /** A member that may be absent. */
  public GroupDeclaration optionalMember(String name, NodeDeclaration node) {
    return member(Member.optional(name, node.toSchema()));
  }

  /** Any number of members. */
  public GroupDeclaration members(MemberName names, NodeDeclaration node) {
    return member(Member.many(names, node.toSchema()));
  }

  /** At least so many members. */
  public GroupDeclaration members(int min, MemberName names, NodeDeclaration node) {
    return member(Member.atLeast(min, names, node.toSchema()));
  }

  /** At least and at most so many members. */
  public GroupDeclaration members(int min, int max, MemberName names, NodeDeclaration node) {
    return member(Member.between(min, max, names, node.toSchema()));
  }

  /** A member. */
  public GroupDeclaration member(Member member) {
    members.add(member);
    return this;
  }

  /** The arrays under these declarations have one data type. */
  public GroupDeclaration sameDataType(String... members) {
    return rule(new NodeRule.SameDataType(CoreRules.GROUP_DATA_TYPE, List.of(members)));
  }

  /** Exactly one of these members, or attributes with an {@code @} before their name, is there. */
  public GroupDeclaration exactlyOne(String... names) {
    return someOf(1, 1, names);
  }

  /** At least one of these members or attributes is there. */
  public GroupDeclaration atLeastOne(String... names) {
    return someOf(1, names.length, names);
  }

  /** At most one of these members or attributes is there. */
  public GroupDeclaration atMostOne(String... names) {
    return someOf(0, 1, names);
  }

  private GroupDeclaration someOf(int min, int max, String... names) {
    return rule(new NodeRule.SomeOf(CoreRules.GROUP_ALTERNATIVES, List.of(names), min, max));
  }

  /** Where one member or attribute is, the others are. */
  public GroupDeclaration requires(String given, String... needed) {
    return rule(new NodeRule.Requires(CoreRules.GROUP_REQUIRES, given, List.of(needed)));
  }

  /** Dimensions of one name have one extent, over all arrays of the group. */
  public GroupDeclaration dimensionNamesAgree() {
    return rule(new NodeRule.DimensionNamesAgree(CoreRules.GROUP_DIMENSION_NAMES));
  }

  /** A rule about the group that only code can check. */
  public GroupDeclaration check(Rule broken, NodeInspection code) {
    return rule(new NodeRule.Coded(List.of(broken), code));
  }

  /** A rule about the attributes that only code can check. */
  public GroupDeclaration checkAttributes(Rule broken, Inspection code) {
    constraints.add(new Constraint.Coded(List.of(broken), code));
    return this;
  }

  /** A rule about the group and its members. */
  public GroupDeclaration rule(NodeRule more) {
    rules.add(more);
    return this;
  }

  @Override
  public NodeSchema.Group toSchema() {
    ValueSchema.Obj object =
        new ValueSchema.Obj(CoreRules.ATTRIBUTE_TYPE, attributes, openAttributes, constraints);
    return new NodeSchema.Group(rule, object, members, open, List.copyOf(dimensions), rules, text);
  }
}
