package dev.espalier.model.typed;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.MemberName;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A node that a Java value is written into: it becomes a spec, and what fills its arrays. */
public final class NodeOutput {
  private final NodePath path;
  private final Map<NodePath, NdArray> written;
  private final boolean sketched;
  private final Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
  private Attributes attributes = Attributes.none();
  private Optional<NdArray> array = Optional.empty();

  private NodeOutput(NodePath path, Map<NodePath, NdArray> written, boolean sketched) {
    this.path = path;
    this.written = written;
    this.sketched = sketched;
  }

  /**
   * Writes a value into a node.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface Writer<T> {
    /** Writes it. */
    void write(NodeOutput output, T value);
  }

  /** The hierarchy that a value becomes. */
  static <T> BoundHierarchy write(T value, Writer<T> writer) {
    Map<NodePath, NdArray> written = new LinkedHashMap<>();
    NodeOutput root = new NodeOutput(NodePath.root(), written, false);
    writer.write(root, value);
    return new BoundHierarchy(root.spec(), dataOf(written));
  }

  /**
   * Which nodes and attributes a value has, whether or not it can be written: an attribute that
   * cannot is null.
   */
  static <T> NodeSpec sketch(T value, Writer<T> writer) {
    NodeOutput root = new NodeOutput(NodePath.root(), new LinkedHashMap<>(), true);
    root.attempt(() -> writer.write(root, value));
    return root.spec();
  }

  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      if (!sketched) {
        throw e;
      }
    }
  }

  /** Sets an attribute. */
  public <T> void attribute(String name, ValueForm<T> form, T value) {
    if (sketched) {
      attributes = attributes.with(name, JsonNull.NULL);
    }
    attempt(
        () -> {
          JsonValue json = form.write(value);
          attributes = attributes.with(name, json);
        });
  }

  /** Sets an attribute if there is a value. */
  public <T> void optional(String name, ValueForm<T> form, Optional<? extends T> value) {
    value.ifPresent(there -> attribute(name, form, there));
  }

  /** Makes the node an array; its own attributes follow those that are set. */
  public void array(NdArray value) {
    array = Optional.of(value);
    written.put(path, value);
  }

  /** Adds a member. */
  public <T> void member(String name, T value, Writer<T> writer) {
    NodeName member = new NodeName(name);
    NodeOutput output = new NodeOutput(path.child(member), written, sketched);
    output.attempt(() -> writer.write(output, value));
    if (members.putIfAbsent(member, output.spec()) != null && !sketched) {
      throw new IllegalArgumentException(path + " gets two members \"" + name + "\"");
    }
  }

  /** Adds a member if there is one. */
  public <T> void optionalMember(String name, Optional<? extends T> value, Writer<T> writer) {
    value.ifPresent(there -> member(name, there, writer));
  }

  /**
   * Adds members.
   *
   * @throws IllegalArgumentException if the name of one does not fit the declaration
   */
  public <T> void members(MemberName declared, Map<String, ? extends T> values, Writer<T> writer) {
    values.forEach(
        (name, value) -> {
          if (!sketched && !fits(declared, name)) {
            throw new IllegalArgumentException(
                path + ": the name \"" + name + "\" does not fit " + declared);
          }
          member(name, value, writer);
        });
  }

  private static boolean fits(MemberName declared, String name) {
    if (declared instanceof MemberName.Template template) {
      return fits(template.pattern(), name);
    }
    return !(declared instanceof MemberName.Matching matching) || fits(matching.pattern(), name);
  }

  private static boolean fits(TextPattern pattern, String name) {
    return pattern.test(name) == TextPattern.Verdict.MATCHES;
  }

  private NodeSpec spec() {
    if (array.isPresent()) {
      Attributes all = attributes;
      for (var own : array.get().spec().attributes().byName().entrySet()) {
        all = all.byName().containsKey(own.getKey()) ? all : all.with(own.getKey(), own.getValue());
      }
      return ArraySpec.builder().from(array.get().spec()).attributes(all).build();
    }
    return GroupSpec.builder().attributes(attributes).members(members).build();
  }

  /** Arrays that are computed from one that is written as well are computed while it is. */
  private static Map<NodePath, ArrayData> dataOf(Map<NodePath, NdArray> written) {
    IdentityHashMap<NdArray.Elements, NodePath> places = new IdentityHashMap<>();
    written.forEach((path, array) -> places.putIfAbsent(array.elements(), path));
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    written.forEach(
        (path, array) -> dataOf(array, places).ifPresent(found -> data.put(path, found)));
    return data;
  }

  private static Optional<ArrayData> dataOf(
      NdArray array, IdentityHashMap<NdArray.Elements, NodePath> places) {
    if (array.elements() instanceof NdArray.Computed computed) {
      NodePath input = places.get(computed.input().elements());
      if (input != null) {
        return Optional.of(new ArrayData.Derived(input, computed.operation()));
      }
      return computed
          .input()
          .source()
          .map(source -> new ArrayData.Pulled(new DerivedSource(source, computed.operation())));
    }
    return array.source().map(ArrayData.Pulled::new);
  }
}
