package dev.espalier.model.match;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A node seen through its schema: references led to their end, and choices made. */
public final class MatchedNode {
  private final Site site;
  private final NodeSpec spec;
  private final NodeMatcher matcher;
  private final Optional<String> alternative;

  private MatchedNode(Site site, NodeSpec spec, NodeMatcher matcher, Optional<String> alternative) {
    this.site = site;
    this.spec = spec;
    this.matcher = matcher;
    this.alternative = alternative;
  }

  /** Where a node was met, and in which pass. */
  record Site(Run run, NodePath path) {}

  /** The node, if it is of the kind that the schema asks for. */
  static Optional<MatchedNode> of(Run run, NodePath path, NodeSpec spec, NodeMatcher declared) {
    Site site = new Site(run, path);
    NodeMatcher here = declared.resolved();
    Optional<String> alternative =
        here instanceof ChoiceMatcher choice ? Optional.of(choice.nameFor(site)) : Optional.empty();
    NodeMatcher matcher = declared.chosenFor(site);
    boolean isGroup = matcher.schema() instanceof NodeSchema.Group;
    boolean fits = isGroup ? spec instanceof GroupSpec : spec.kind().equals("array");
    return fits ? Optional.of(new MatchedNode(site, spec, matcher, alternative)) : Optional.empty();
  }

  /** Where it is. */
  public NodePath path() {
    return site.path();
  }

  /** The node as it is, a group or an array. */
  public NodeSpec spec() {
    return spec;
  }

  /** What it was asked to be, a group or an array. */
  public NodeSchema schema() {
    return matcher.schema();
  }

  /** The name of the alternative that it was matched by, where it stands in a choice. */
  public Optional<String> alternative() {
    return alternative;
  }

  /** The value of an attribute, or what is meant where it is absent. */
  public Optional<JsonValue> attribute(String name) {
    return spec.attributes()
        .get(name)
        .or(
            () ->
                declaredAttributes().fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .flatMap(Field::absent));
  }

  /** The member of a declaration that stands for one name, if it is there and of the right kind. */
  public Optional<MatchedNode> member(String declared) {
    return members(declared).values().stream().findFirst();
  }

  /**
   * The members of a declaration that are of the right kind, by name.
   *
   * @param declared the name or pattern as {@link dev.espalier.model.schema.MemberName} spells it
   */
  public Map<NodeName, MatchedNode> members(String declared) {
    Map<NodeName, MatchedNode> members = new LinkedHashMap<>();
    if (spec instanceof GroupSpec group && matcher instanceof GroupMatcher groups) {
      group
          .members()
          .forEach(
              (name, node) ->
                  groups
                      .declaring(name)
                      .filter(one -> one.member().name().toString().equals(declared))
                      .flatMap(one -> of(site.run(), path().child(name), node, one.node()))
                      .ifPresent(matched -> members.put(name, matched)));
    }
    return Collections.unmodifiableMap(members);
  }

  /** The attributes that nothing declares. */
  public Attributes extraAttributes() {
    Set<String> declared =
        matcher instanceof GroupMatcher group
            ? group.attributes().declared()
            : ((ArrayMatcher) matcher).attributes().declared();
    Map<String, Attribute> extra = new LinkedHashMap<>(spec.attributes().byName());
    extra.keySet().removeAll(declared);
    return new Attributes(extra);
  }

  /** The members that nothing declares. */
  public Map<NodeName, NodeSpec> extraMembers() {
    Map<NodeName, NodeSpec> extra = new LinkedHashMap<>();
    if (spec instanceof GroupSpec group && matcher instanceof GroupMatcher groups) {
      group
          .members()
          .forEach(
              (name, node) -> {
                if (groups.declaring(name).isEmpty()) {
                  extra.put(name, node);
                }
              });
    }
    return Collections.unmodifiableMap(extra);
  }

  private ValueSchema.Obj declaredAttributes() {
    return matcher.schema() instanceof NodeSchema.Group group
        ? group.attributes()
        : ((NodeSchema.Array) matcher.schema()).attributes();
  }
}
