package dev.espalier.model.node;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A group: attributes and named members, in order.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#group-metadata">Zarr
 *     v3, group metadata</a>
 */
@Value.Immutable
public abstract non-sealed class GroupSpec implements NodeSpec {
  GroupSpec() {}

  /** A group without attributes and members. */
  public static GroupSpec empty() {
    return builder().build();
  }

  /** Starts a group. */
  public static Builder builder() {
    return new Builder();
  }

  /** The members by name, in order. */
  public abstract Map<NodeName, NodeSpec> members();

  /**
   * Whether {@link #members} are all that there are. A store that cannot list gives a group whose
   * members are unknown: then the map holds only those that were found by name.
   */
  @Value.Default
  public boolean membersKnown() {
    return true;
  }

  @Override
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /** What a document held beside what a group has, for the backend that read it to write again. */
  @Value.Default
  public JsonObject extras() {
    return JsonObject.empty();
  }

  @Override
  public String kind() {
    return "group";
  }

  /** This group with other members. */
  public GroupSpec withMembers(Map<? extends NodeName, ? extends NodeSpec> members) {
    return new Builder().from(this).members(members).build();
  }

  /** This group with one member set: in its place if it was there, else at the end. */
  public GroupSpec withMember(NodeName name, NodeSpec member) {
    Map<NodeName, NodeSpec> copy = new LinkedHashMap<>(members());
    copy.put(name, member);
    return withMembers(copy);
  }

  /** This group without the member of that name, if there is one. */
  public GroupSpec withoutMember(NodeName name) {
    if (!members().containsKey(name)) {
      return this;
    }
    Map<NodeName, NodeSpec> copy = new LinkedHashMap<>(members());
    copy.remove(name);
    return withMembers(copy);
  }

  /**
   * This group with one node set at a path below it, in its place or at the end of its group.
   * Groups that lie between and are not there are added without attributes.
   *
   * @throws IllegalArgumentException if the path is the root, or leads through a node that is no
   *     group
   */
  public GroupSpec withMemberAt(NodePath path, NodeSpec node) {
    if (path.isRoot()) {
      throw new IllegalArgumentException("the root of a hierarchy is no member of it");
    }
    return TreeWalk.withMemberAt(this, path, 0, node);
  }

  /** This group with one attribute set: in its place if it was there, else at the end. */
  public GroupSpec withAttribute(String name, JsonValue value) {
    return withAttributes(attributes().with(name, value));
  }

  /** This group with other attributes. */
  public GroupSpec withAttributes(Attributes attributes) {
    return new Builder().from(this).attributes(attributes).build();
  }

  /** Collects the parts of a {@link GroupSpec}. */
  public static final class Builder extends ImmutableGroupSpec.Builder {
    Builder() {}

    /** Adds a member. */
    public Builder putMember(String name, NodeSpec member) {
      return putMember(new NodeName(name), member);
    }
  }
}
