package dev.espalier.convert;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A format whose store is the memory: the smallest one that a conversion can read and write. */
final class MemoryFormat implements WritableBackend {
  private final Map<String, Held> store = new HashMap<>();

  /** An array whose elements are held. */
  record HeldArray(Block elements) implements ArraySource {
    @Override
    public DataType dataType() {
      return elements.dataType();
    }

    @Override
    public Shape shape() {
      return elements.shape();
    }

    @Override
    public void read(Region region, Block into) {
      into.copyFrom(elements, region, new long[region.rank()]);
    }
  }

  /** A hierarchy whose elements are held. */
  record Held(Location location, NodeSpec tree, Map<NodePath, Block> elements)
      implements OpenHierarchy {
    @Override
    public NodeSpec node(NodePath path) {
      return tree.find(path).orElseThrow();
    }

    @Override
    public Stream<NodeName> members(NodePath group) {
      return tree.findGroup(group).orElseThrow().members().keySet().stream();
    }

    @Override
    public ArraySource array(NodePath path) {
      Block held = elements.get(path);
      if (held == null) {
        throw new UnsupportedException("elements of " + path + " are not handled");
      }
      return new HeldArray(held);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public Recognition recognise(Location location) {
    return store.containsKey(location.text()) ? Recognition.RECOGNISED : Recognition.ABSENT;
  }

  @Override
  public OpenHierarchy open(Location location) {
    return Optional.ofNullable(store.get(location.text()))
        .orElseThrow(() -> new MissingException(location + ": nothing is there"));
  }

  @Override
  public WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    WritePlan.Builder plan =
        WritePlan.builder().target(target.text()).policy(policy).root(hierarchy);
    hierarchy.walk((path, node) -> plan.addNodes(new PlannedNode(path, node, 1, 1)));
    return plan.build();
  }

  @Override
  public void write(
      WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    Map<NodePath, Block> elements = new HashMap<>();
    hierarchy.data().keySet().forEach(path -> elements.put(path, elements(hierarchy, path)));
    gate.check();
    store.put(plan.target(), new Held(new Location(plan.target()), hierarchy.root(), elements));
  }

  private static Block elements(BoundHierarchy hierarchy, NodePath path) {
    ArrayData data = Optional.ofNullable(hierarchy.data().get(path)).orElseThrow();
    if (data instanceof ArrayData.Derived derived) {
      ArraySource input = new HeldArray(elements(hierarchy, derived.input()));
      DerivedSource computed = new DerivedSource(input, derived.operation());
      return computed.read(Region.all(computed.shape()));
    }
    ArraySource source = ((ArrayData.Pulled) data).source();
    return source.read(Region.all(source.shape()));
  }

  /** Damages what was written, as a faulty store would. */
  void damage(String target, NodePath array, Block elements) {
    Optional.ofNullable(store.get(target)).orElseThrow().elements().put(array, elements);
  }
}
