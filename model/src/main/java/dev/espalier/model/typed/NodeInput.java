package dev.espalier.model.typed;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A node that is read into a Java value: its attributes, its members, its elements. */
public final class NodeInput {
  private final MatchedNode node;
  private final Function<NodePath, ArraySource> arrays;
  private final Consumer<Finding> unread;

  /**
   * A node.
   *
   * @param node the node, matched
   * @param arrays gives the elements of arrays
   * @param unread takes what is wrong with parts that are read as absent
   */
  NodeInput(MatchedNode node, Function<NodePath, ArraySource> arrays, Consumer<Finding> unread) {
    this.node = node;
    this.arrays = arrays;
    this.unread = unread;
  }

  /**
   * Reads a value from a node.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads it.
     *
     * @throws InvalidHierarchyException if a part that has to be there is missing or unreadable
     */
    T read(NodeInput input);
  }

  /** The value of an attribute that has to be there. */
  public <T> T attribute(String name, ValueForm<T> form) {
    return value(name)
        .orElseThrow(
            () ->
                ValueInput.invalid(
                    CoreRules.ATTRIBUTE_MISSING,
                    node.path(),
                    JsonPointer.of("attributes"),
                    "attribute \"" + name + "\" is missing"))
        .read(form);
  }

  /**
   * The value of an attribute that may be absent, or what is meant where it is; nothing too if it
   * cannot be read.
   */
  public <T> Optional<T> optional(String name, ValueForm<T> form) {
    return value(name).flatMap(input -> input.tryRead(form));
  }

  private Optional<ValueInput> value(String name) {
    return node.attribute(name)
        .map(
            value ->
                new ValueInput(node.path(), JsonPointer.of("attributes", name), value, unread));
  }

  /**
   * What a builder makes of the parts of the node.
   *
   * @throws InvalidHierarchyException if it refuses them
   */
  public <T> T create(Supplier<T> maker) {
    return ValueInput.create(maker, node.path(), JsonPointer.root());
  }

  /** The name of the alternative that the node is, where it is one of several. */
  public String alternative() {
    return node.alternative().orElse("");
  }

  /** What to throw if the node is none of the alternatives that are known. */
  public InvalidHierarchyException unknownAlternative() {
    return ValueInput.invalid(
        CoreRules.CHOICE,
        node.path(),
        JsonPointer.root(),
        "the " + node.spec().kind() + " is none of the alternatives");
  }

  /** The node, which has to be an array, with all its attributes. */
  public NdArray array() {
    if (node.spec() instanceof ArraySpec spec) {
      return NdArray.stored(spec, new LazySource(spec, () -> arrays.apply(node.path())));
    }
    throw ValueInput.invalid(
        CoreRules.MEMBER_KIND,
        node.path(),
        JsonPointer.root(),
        "expected an array, found a " + node.spec().kind());
  }

  /** The node, which has to be an array, with the attributes that nothing declares. */
  public NdArray plainArray() {
    return array().attributes(node.extraAttributes());
  }

  /** What a reader makes of the member of a declaration, which has to be there. */
  public <T> T member(String declared, Reader<T> reader) {
    MatchedNode member =
        node.member(declared)
            .orElseThrow(
                () ->
                    ValueInput.invalid(
                        CoreRules.MEMBER_MISSING,
                        node.path(),
                        JsonPointer.root(),
                        "member \"" + declared + "\" is missing"));
    return new NodeInput(member, arrays, unread).read(reader);
  }

  /** What a reader makes of the node. */
  <T> T read(Reader<T> reader) {
    return create(() -> reader.read(this));
  }

  /** What a reader makes of a member that may be absent; nothing too if it cannot be read. */
  public <T> Optional<T> optionalMember(String declared, Reader<T> reader) {
    return node.member(declared).flatMap(member -> tryRead(member, reader));
  }

  /** What a reader makes of the members of a declaration, by name; without the unreadable ones. */
  public <T> Map<String, T> members(String declared, Reader<T> reader) {
    Map<String, T> values = new LinkedHashMap<>();
    for (Map.Entry<NodeName, MatchedNode> member : node.members(declared).entrySet()) {
      tryRead(member.getValue(), reader)
          .ifPresent(value -> values.put(member.getKey().value(), value));
    }
    return Collections.unmodifiableMap(values);
  }

  private <T> Optional<T> tryRead(MatchedNode member, Reader<T> reader) {
    try {
      return Optional.of(new NodeInput(member, arrays, unread).read(reader));
    } catch (InvalidHierarchyException e) {
      e.report().findings().forEach(unread);
      return Optional.empty();
    }
  }
}
