package dev.espalier.model.typed;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.match.Filling;
import dev.espalier.model.match.Match;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A convention whose hierarchies are values of a Java type. Immutable and safe for use by several
 * threads at once.
 *
 * @param <T> the type of the values
 */
public abstract class TypedConvention<T> extends SchemaConvention {
  private final Class<T> type;
  private final NodeInput.Reader<T> reader;
  private final NodeOutput.Writer<T> writer;

  /**
   * Brings the parts together.
   *
   * @param type the type of the values
   * @param schema what the hierarchies have to be
   * @param reader reads a value from a node that matches
   * @param writer writes a value into a node
   */
  protected TypedConvention(
      Class<T> type, Schema schema, NodeInput.Reader<T> reader, NodeOutput.Writer<T> writer) {
    super(schema);
    this.type = type;
    this.reader = reader;
    this.writer = writer;
  }

  /** The type of the values. */
  public final Class<T> type() {
    return type;
  }

  /**
   * The hierarchy that a value becomes. What the schema knows and the value leaves open is filled
   * in: names of dimensions, fill values, chunks, shards and codecs. Nothing is checked yet;
   * whoever plans to write the hierarchy does.
   */
  public final BoundHierarchy write(T value) {
    BoundHierarchy bound = NodeOutput.write(value, writer);
    Match match = match(bound.root(), NodePath.root());
    return new BoundHierarchy(Filling.of(match), bound.data());
  }

  /**
   * Reads the value of a node that matches.
   *
   * @param node the node
   * @param arrays gives the elements of arrays by path, when they are asked for
   * @throws InvalidHierarchyException if a part that has to be there is missing or unreadable
   */
  public final T read(MatchedNode node, Function<NodePath, ArraySource> arrays) {
    return new NodeInput(node, arrays, unread -> {}).read(reader);
  }

  /**
   * Reads a hierarchy. What is wrong with it are findings; a value that can be read is read even if
   * it could not be written as it is, which {@link Read#rewrite} then says.
   *
   * @param hierarchy the whole tree
   * @param at the node that is to follow the convention
   * @param arrays gives the elements of arrays by path, when they are asked for
   */
  public final Read<T> read(
      NodeSpec hierarchy, NodePath at, Function<NodePath, ArraySource> arrays) {
    Match match = match(hierarchy, at);
    List<Finding> unread = new ArrayList<>();
    Optional<T> value = Optional.empty();
    try {
      value = match.node().map(node -> new NodeInput(node, arrays, unread::add).read(reader));
    } catch (InvalidHierarchyException e) {
      unread.addAll(e.report().findings());
    }
    List<Finding> findings = new ArrayList<>(match.findings());
    unread.stream().filter(one -> isNews(one, match.findings())).forEach(findings::add);
    if (value.isEmpty()) {
      return new Read<>(value, findings, Extras.none(), this::write);
    }
    NodeSpec there = hierarchy.find(at).orElse(hierarchy);
    NodeSpec first = NodeOutput.sketch(value.get(), writer);
    Extras extras = Extras.between(there, first);
    Restoring restoring = new Restoring(there, first);
    return new Read<>(
        value,
        findings,
        extras,
        changed -> {
          BoundHierarchy bound = extras.addedTo(write(changed), stored(there, at, arrays));
          return new BoundHierarchy(restoring.in(bound.root()), bound.data());
        });
  }

  /** Whether what could not be read is no consequence of what the match found already. */
  private static boolean isNews(Finding unread, List<Finding> matched) {
    return matched.stream()
        .filter(found -> found.rule().level() == Level.MUST)
        .filter(found -> found.node().equals(unread.node()))
        .noneMatch(found -> isNear(found.pointer().tokens(), unread.pointer().tokens()));
  }

  private static boolean isNear(List<String> one, List<String> other) {
    int common = Math.min(one.size(), other.size());
    return one.subList(0, common).equals(other.subList(0, common));
  }

  /** Reads a hierarchy that is open; the value can be used until it is closed. */
  public final Read<T> read(OpenHierarchy open) {
    return read(open.tree(), NodePath.root(), open::array);
  }

  private static Map<NodePath, ArrayData> stored(
      NodeSpec there, NodePath at, Function<NodePath, ArraySource> arrays) {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    there.walk(
        (path, node) -> {
          if (node instanceof ArraySpec array) {
            NodePath whole = at.resolve(path);
            data.put(path, new ArrayData.Pulled(new LazySource(array, () -> arrays.apply(whole))));
          }
        });
    return data;
  }
}
