package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in JSON Schema what the flat form of a whole hierarchy has to be.
 *
 * <p>As long as the names on the way to a node are exact, everything about its members can be said:
 * which have to be there, and what else may be. Below a pattern of names, each node can be held to
 * its declaration, but not to the presence of others.
 */
final class TreeExport {
  private static final String BELOW_A_PATTERN =
      "JSON Schema cannot tie nodes together whose names only have to match a pattern";

  private final Schema schema;
  private final Omissions omissions;
  private final NodeDocuments documents;
  private final Recursion recursion;

  TreeExport(Schema schema, Omissions omissions, NodeDocuments documents) {
    this.schema = schema;
    this.omissions = omissions;
    this.documents = documents;
    this.recursion = new Recursion(schema);
  }

  JsonObject root() {
    Keywords out = new Keywords().add("type", JsonValue.of("object"));
    out.add(Keywords.required("/"));
    node(schema.root(), "/", Keys.root(), out, Set.of());
    return out.build();
  }

  /** Holds the nodes at some keys, and what is below them, to a schema. */
  private void node(NodeSchema node, String where, Keys at, Keywords out, Set<String> covered) {
    if (node instanceof NodeSchema.Reference reference) {
      if (!covered.contains(reference.definition())) {
        reference(reference.definition(), at, out, covered);
      }
    } else if (node instanceof NodeSchema.Choice choice) {
      choice(choice, where, at, out, covered);
    } else {
      at.hold(documents.document(node, where), out);
      if (node instanceof NodeSchema.Group group) {
        group(group, where, at, out, covered);
      }
    }
  }

  private void reference(String name, Keys at, Keywords out, Set<String> covered) {
    NodeSchema body = schema.resolve(new NodeSchema.Reference(name));
    Set<String> inside = Recursion.plus(covered, name);
    Optional<String> ways;
    try {
      ways = recursion.waysBack(name, covered);
    } catch (Recursion.TooManyWays e) {
      omissions.addAll(
          Schema.rulesOf(body), name, "there are too many ways from this definition to itself");
      return;
    }
    if (ways.isEmpty()) {
      node(body, name, at, out, inside);
    } else if (at.isExact()) {
      node(body, name, at, out, inside);
      node(body, name, at.matching(ways.get() + "+"), out, inside);
    } else {
      node(body, name, at.matching(ways.get() + "*"), out, inside);
    }
  }

  private void choice(
      NodeSchema.Choice choice, String where, Keys at, Keywords out, Set<String> covered) {
    if (!omissions.expresses(choice.rule(), where)) {
      omissions.addAll(Schema.rulesOf(choice), where, "the choice is a recommendation");
      return;
    }
    if (at.isExact()) {
      List<JsonObject> alternatives = new ArrayList<>();
      choice
          .alternatives()
          .forEach(
              (name, one) -> {
                Keywords alternative = new Keywords();
                node(one, NodeDocuments.alternative(where, name), at, alternative, covered);
                alternatives.add(alternative.build());
              });
      at.whenThere(Keywords.of("anyOf", alternatives), out);
      return;
    }
    at.hold(documents.document(choice, where), out);
    List<String> groups = new ArrayList<>();
    choice
        .alternatives()
        .forEach(
            (name, one) -> {
              if (!(schema.resolve(one) instanceof NodeSchema.Array)) {
                groups.add(name);
              }
            });
    for (String name : groups) {
      NodeSchema one = choice.alternatives().getOrDefault(name, choice);
      String place = NodeDocuments.alternative(where, name);
      if (groups.size() == 1 && schema.resolve(one) instanceof NodeSchema.Group group) {
        String here = one instanceof NodeSchema.Reference r ? r.definition() : place;
        group(group, here, at, out, covered);
      } else {
        omissions.addAll(
            Schema.rulesOf(schema.resolve(one)),
            place,
            "what is below a node depends on which alternative it is");
      }
    }
  }

  private void group(
      NodeSchema.Group group, String where, Keys at, Keywords out, Set<String> covered) {
    MemberSegments segments = new MemberSegments(group);
    for (Map.Entry<Member, String> one : segments.all().entrySet()) {
      Member member = one.getKey();
      String place = where + (where.endsWith("/") ? "" : "/") + member.name();
      Keys keys =
          member.name() instanceof MemberName.Exact exact
              ? at.child(exact.name().value())
              : at.matching("/" + one.getValue());
      presence(member, place, at, keys, out);
      node(member.node(), place, keys, out, covered);
    }
    if (!group.open() && omissions.expresses(CoreRules.MEMBER_UNDECLARED, where)) {
      out.add(
          "patternProperties",
          JsonObject.of(at.matching("/" + segments.undeclared()).regex(), JsonBoolean.FALSE));
    }
    for (NodeRule rule : group.rules()) {
      if (!PresenceRules.isAboutMembers(rule) || NodeDocuments.isAboutAttributes(rule)) {
        continue; // the node's own document says what can be said
      }
      if (!at.isExact()) {
        omissions.addAll(rule.rules(), where, BELOW_A_PATTERN);
        continue;
      }
      PresenceRules.of(omissions, rule, where, name -> isThere(name, segments, at))
          .ifPresent(rest -> at.whenThere(rest, out));
    }
  }

  private void presence(Member member, String place, Keys at, Keys keys, Keywords out) {
    if (member.presence().isEmpty()) {
      return;
    }
    Rule rule = member.presence().get();
    if (!omissions.expresses(rule, place)) {
      return;
    }
    if (!at.isExact()) {
      omissions.add(rule, place, BELOW_A_PATTERN);
      return;
    }
    if (member.min() > 0) {
      at.whenThere(keys.isThere(), out);
    }
    if (!member.name().isExact() && (member.min() > 1 || member.max().isPresent())) {
      omissions.add(rule, place, "JSON Schema does not count members by their names");
    }
  }

  /** The condition that a member, or an attribute with an {@code @}, of an exact node is there. */
  private static JsonObject isThere(String name, MemberSegments segments, Keys at) {
    if (name.startsWith("@")) {
      return at.withMember("attributes", Keywords.required(name.substring(1)));
    }
    for (Map.Entry<Member, String> one : segments.all().entrySet()) {
      MemberName declared = one.getKey().name();
      if (declared.toString().equals(name)) {
        return declared instanceof MemberName.Exact exact
            ? at.child(exact.name().value()).isThere()
            : at.matching("/" + one.getValue()).isThere();
      }
    }
    throw new IllegalArgumentException("a rule about " + name + ", which is not declared");
  }
}
