package dev.espalier.model.code;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Named;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.typed.NdArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spells nodes as types, and the one at the root around all others. */
final class AnnotatedNodes {
  private final Schema schema;
  private final Literals literals;
  private final TypeNames types;
  private final Notes notes;
  private final Nested nested = new Nested();
  private final AnnotatedValues values;
  private final AnnotatedArrays arrays;
  private final AnnotatedRules rules;
  private final Map<String, Optional<String>> defined = new HashMap<>();

  AnnotatedNodes(Schema schema, Literals literals, TypeNames types, Notes notes) {
    this.schema = schema;
    this.literals = literals;
    this.types = types;
    this.notes = notes;
    AnnotatedConstraints constraints = new AnnotatedConstraints(literals, notes, this::definition);
    this.values = new AnnotatedValues(literals, types, notes, nested, constraints);
    this.arrays = new AnnotatedArrays(literals, notes);
    this.rules = new AnnotatedRules(literals, notes);
  }

  /** Says that a definition is the type of that name. */
  void define(String definition, String type) {
    defined.put(definition, Optional.of(type));
  }

  /** The type of a definition, which is added where it is asked for first. */
  private Optional<String> definition(String name) {
    Optional<String> known = defined.get(name);
    if (known != null) {
      return known;
    }
    NodeSchema node = schema.resolve(new NodeSchema.Reference(name));
    String type = types.of(name);
    define(name, type);
    String head = "@" + literals.type(Named.class) + "(" + Literals.quoted(name) + ")\n";
    boolean done = add(node, type, head, "", "#" + name, true);
    defined.put(name, done ? Optional.of(type) : Optional.empty());
    return defined.getOrDefault(name, Optional.empty());
  }

  /** The source of the root, with all that it needs nested in it. */
  String root(String annotations, String type, NodeSchema root) {
    StringBuilder out = new StringBuilder(Annotations.comment(root.text(), ""));
    if (root instanceof NodeSchema.Array array) {
      String body = arrayBody(array, "/");
      out.append(annotations).append(arrayHead(array, false));
      out.append("public interface ").append(type).append(" {").append(body);
    } else {
      NodeSchema.Group group = (NodeSchema.Group) root;
      Body body = groupBody(group, "/");
      out.append(annotations).append(groupHead(group, body, false, false));
      out.append("public interface ").append(type).append(" {").append(body.methods());
    }
    nested.types().forEach(one -> out.append('\n').append(one));
    return out.append("}\n").toString();
  }

  /** Adds a type for a node; says whether that was possible. */
  private boolean add(
      NodeSchema node, String type, String head, String extending, String place, boolean defined) {
    String kind = extending.isEmpty() ? "interface " : "non-sealed interface ";
    String comment = Annotations.comment(node.text(), "");
    if (node instanceof NodeSchema.Group group) {
      Body body = groupBody(group, place);
      String annotations = groupHead(group, body, true, defined);
      nested.add(comment + head + annotations, kind + type + extending, body.methods());
      return true;
    }
    if (node instanceof NodeSchema.Array array) {
      String body = arrayBody(array, place);
      nested.add(comment + head + arrayHead(array, defined), kind + type + extending, body);
      return true;
    }
    return node instanceof NodeSchema.Choice choice
        && extending.isEmpty()
        && addChoice(choice, type, comment + head, place);
  }

  private boolean addChoice(NodeSchema.Choice choice, String type, String head, String place) {
    boolean plain =
        choice.alternatives().values().stream()
            .allMatch(one -> one instanceof NodeSchema.Group || one instanceof NodeSchema.Array);
    if (!plain) {
      return false;
    }
    if (!choice.rule().equals(CoreRules.CHOICE)) {
      notes.add(place, "the rule " + choice.rule().id());
    }
    List<String> permitted = new ArrayList<>();
    choice
        .alternatives()
        .forEach(
            (name, one) -> {
              String alternative = types.of(name);
              permitted.add(alternative);
              String named = "@" + literals.type(Named.class) + "(" + Literals.quoted(name) + ")\n";
              add(one, alternative, named, " extends " + type, place + " (" + name + ")", false);
            });
    String permits = " permits " + String.join(", ", permitted);
    nested.add(head, "sealed interface " + type + permits, "");
    return true;
  }

  private String arrayHead(NodeSchema.Array array, boolean defined) {
    List<String> parts = new ArrayList<>();
    if (!array.attributes().open()) {
      parts.add("closedAttributes = true");
    }
    if (defined) {
      parts.add("defined = true");
    }
    return "@"
        + literals.type(ArrayNode.class)
        + Annotations.parts(parts)
        + "\n"
        + rules.excluded(array.attributes());
  }

  private String arrayBody(NodeSchema.Array array, String place) {
    MethodNames methods = new MethodNames();
    StringBuilder out = new StringBuilder();
    String method = methods.of("array", "array");
    attributes(array.attributes(), methods, place, out);
    out.append('\n');
    arrays.annotations(array, place).forEach(line -> line(out, line));
    line(out, literals.type(NdArray.class) + " " + method + "();");
    checks(array.rules(), methods, place, out);
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    out.append(Nested.INDENT).append(text).append('\n');
  }

  private void attributes(
      ValueSchema.Obj attributes, MethodNames methods, String place, StringBuilder out) {
    for (Field field : rules.declared(attributes)) {
      out.append('\n').append(values.method(field, methods, place, true));
    }
    for (Constraint constraint : attributes.constraints()) {
      if (constraint instanceof Constraint.Coded coded && coded.rules().size() == 1) {
        Rule rule = coded.rules().get(0);
        out.append('\n').append(rules.valueCheck(rule, methods, Nested.INDENT));
      } else {
        notes.add(place, "the constraint " + constraint.rules().get(0).id());
      }
    }
  }

  private void checks(List<NodeRule> all, MethodNames methods, String place, StringBuilder out) {
    for (NodeRule rule : all) {
      if (rule instanceof NodeRule.Coded coded && coded.rules().size() == 1) {
        Rule one = coded.rules().get(0);
        out.append('\n').append(rules.nodeCheck(one, methods, Nested.INDENT));
      } else if (rule instanceof NodeRule.Coded coded) {
        notes.add(place, "the rule " + coded.rules().get(0).id());
      }
    }
  }

  /**
   * What a group says.
   *
   * @param methods its methods
   * @param annotations those for its rules
   * @param whole whether all its members have a form
   */
  private record Body(String methods, String annotations, boolean whole) {}

  private Body groupBody(NodeSchema.Group group, String place) {
    if (!group.rule().equals(CoreRules.MEMBER_KIND)) {
      notes.add(place, "the rule " + group.rule().id());
    }
    MethodNames methods = new MethodNames();
    StringBuilder out = new StringBuilder();
    attributes(group.attributes(), methods, place, out);
    Set<String> dropped = new HashSet<>();
    for (Member member : group.members()) {
      if (!dropped.isEmpty() && !member.name().isExact()) {
        dropped.add(member.name().toString()); // it may take in what has no form
        notes.add(place, "the members " + member.name());
        continue;
      }
      Optional<String> method = member(member, methods, place);
      method.ifPresent(text -> out.append('\n').append(text));
      if (method.isEmpty()) {
        dropped.add(member.name().toString());
        notes.add(place, "the member " + member.name() + ", a choice among choices or references");
      }
    }
    StringBuilder annotations = new StringBuilder();
    for (NodeRule rule : group.rules()) {
      rules
          .annotation(rule, dropped, place)
          .ifPresent(text -> annotations.append(text).append('\n'));
    }
    checks(group.rules(), methods, place, out);
    return new Body(out.toString(), annotations.toString(), dropped.isEmpty());
  }

  private String groupHead(NodeSchema.Group group, Body body, boolean always, boolean defined) {
    List<String> parts = new ArrayList<>();
    if (!group.open() && body.whole()) {
      parts.add("closed = true");
    }
    if (!group.attributes().open()) {
      parts.add("closedAttributes = true");
    }
    if (!group.dimensions().isEmpty()) {
      parts.add("dimensions = " + Annotations.texts(group.dimensions()));
    }
    if (defined) {
      parts.add("defined = true");
    }
    String annotations = rules.excluded(group.attributes()) + body.annotations();
    return parts.isEmpty() && !always
        ? annotations
        : "@" + literals.type(Group.class) + Annotations.parts(parts) + "\n" + annotations;
  }

  private Optional<String> member(Member member, MethodNames methods, String place) {
    String here = (place.equals("/") ? "" : place) + "/" + member.name();
    String method = methods.of(member.name().toString(), "member");
    AnnotatedMember spelled = new AnnotatedMember(literals, notes, member, here);
    if (member.node() instanceof NodeSchema.Array array && isPlain(array)) {
      List<String> lines = arrays.annotations(array, here);
      String text = member.text().isEmpty() ? array.text() : member.text();
      return Optional.of(spelled.method(method, text, lines, literals.type(NdArray.class)));
    }
    Optional<String> type =
        member.node() instanceof NodeSchema.Reference reference
            ? definition(reference.definition())
            : inPlace(member, here);
    return type.map(name -> spelled.method(method, member.text(), List.of(), name));
  }

  private Optional<String> inPlace(Member member, String place) {
    String type = types.of(member.name().toString());
    return add(member.node(), type, "", "", place, false) ? Optional.of(type) : Optional.empty();
  }

  /** Whether an array needs no type of its own. */
  private static boolean isPlain(NodeSchema.Array array) {
    return array
            .attributes()
            .equals(new ValueSchema.Obj(CoreRules.ATTRIBUTE_TYPE, List.of(), true, List.of()))
        && array.rules().isEmpty();
  }
}
