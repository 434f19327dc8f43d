package dev.espalier.zarr.killed;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.ZarrBackend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A hierarchy whose every document and element tells its number, so that a mixture of two, or a
 * part of one, shows.
 *
 * <p>One that is merged into another replaces its arrays and documents, and adds a group of its
 * own; the groups that those before it have added stay as they are.
 *
 * @param number the number, from 1 on
 * @param first that of the first one, into which the others were merged
 */
record Generation(int number, int first) {
  private static final String ATTRIBUTE = "generation";
  private static final String FIRST = "first";
  private static final Shape SHAPE = Shape.of(10, 12);
  private static final int GROUPS = 2;
  private static final int ARRAYS = 2;

  /** One that was not merged into another. */
  Generation(int number) {
    this(number, number);
  }

  /** Puts the hierarchy at a location. */
  void write(Location location, WritePolicy policy) {
    write(location, policy, root());
  }

  /** Merges the hierarchy into the one at a location. */
  void merge(Location location) {
    Map<NodeName, NodeSpec> members = members();
    members.put(added(), addition());
    write(location, WritePolicy.MERGE, group(members));
  }

  private void write(Location location, WritePolicy policy, NodeSpec root) {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    root.walk(
        (path, node) -> {
          if (node instanceof ArraySpec) {
            data.put(path, new ArrayData.Pulled(new Elements(number)));
          }
        });
    ZarrBackend backend = new ZarrBackend();
    backend.write(
        backend.plan(root, location, policy),
        new BoundHierarchy(root, data),
        Execution.onCallingThread());
  }

  /** Nothing that is merged into it tells the first number, so that its own stays. */
  private NodeSpec root() {
    return GroupSpec.builder()
        .attributes(attributes().with(FIRST, JsonValue.of(first)))
        .members(members())
        .build();
  }

  private NodeName added() {
    return new NodeName("added" + number);
  }

  private GroupSpec addition() {
    return group(new LinkedHashMap<>(Map.of(new NodeName("array"), array(1))));
  }

  private Map<NodeName, NodeSpec> members() {
    Map<NodeName, NodeSpec> groups = new LinkedHashMap<>();
    for (int g = 0; g < GROUPS; g++) {
      Map<NodeName, NodeSpec> arrays = new LinkedHashMap<>();
      for (int a = 0; a < ARRAYS; a++) {
        arrays.put(new NodeName("array" + a), array(a));
      }
      groups.put(new NodeName("group" + g), group(arrays));
    }
    return groups;
  }

  /** What is found where all those from the first one on were merged. */
  private NodeSpec expected() {
    Map<NodeName, NodeSpec> members = members();
    for (int n = first + 1; n <= number; n++) {
      Generation one = new Generation(n);
      members.put(one.added(), one.addition());
    }
    return group(members);
  }

  private Attributes attributes() {
    return Attributes.none().with(ATTRIBUTE, JsonValue.of(number));
  }

  private GroupSpec group(Map<NodeName, NodeSpec> members) {
    return GroupSpec.builder().attributes(attributes()).members(members).build();
  }

  /** Arrays of two generations differ in more than attributes, so that a merge replaces them. */
  private ArraySpec array(int kind) {
    Layout.Builder layout = Layout.builder().chunkGrid(new RegularGrid(Shape.of(4, 4)));
    if (kind > 0) {
      layout.shardShape(Shape.of(8, 8));
    }
    return ArraySpec.builder()
        .dataType(CoreType.INT32)
        .shape(SHAPE)
        .fillValue(FillValue.parse(CoreType.INT32, JsonValue.of(number)))
        .layout(layout.build())
        .attributes(attributes())
        .build();
  }

  /**
   * Opens what stands at a location, and says which one it is.
   *
   * @return nothing if nothing is there
   * @throws AssertionError if it is a mixture, or a part
   */
  static Optional<Generation> at(Location location) {
    ZarrBackend backend = new ZarrBackend();
    NodeSpec tree;
    try (OpenHierarchy hierarchy = backend.open(location)) {
      tree = hierarchy.tree();
      Generation found = new Generation(numberOf(tree), numberOf(tree, FIRST));
      if (!found.expected().toFlat().keySet().equals(tree.toFlat().keySet())) {
        throw new AssertionError(location + " holds " + tree.toFlat().keySet());
      }
      tree.walk((path, node) -> found.check(hierarchy, path, node));
      return Optional.of(found);
    } catch (MissingException e) {
      return Optional.empty();
    }
  }

  private void check(OpenHierarchy hierarchy, NodePath path, NodeSpec node) {
    int expected = expectedAt(path);
    if (numberOf(node) != expected) {
      throw new AssertionError(path + " is of " + numberOf(node) + ", the root of " + number);
    }
    if (node instanceof ArraySpec) {
      Block read = hierarchy.array(path).read(Region.all(SHAPE));
      if (read.mismatch(new Elements(expected).read(Region.all(SHAPE))) >= 0) {
        throw new AssertionError(path + " does not hold the elements of " + expected);
      }
    }
  }

  private int expectedAt(NodePath path) {
    for (int n = first + 1; n <= number; n++) {
      NodePath added = NodePath.root().child(new Generation(n).added());
      if (path.isAtOrBelow(added)) {
        return n;
      }
    }
    return number;
  }

  private static int numberOf(NodeSpec node) {
    return numberOf(node, ATTRIBUTE);
  }

  private static int numberOf(NodeSpec node, String attribute) {
    return Integer.parseInt(node.attributes().get(attribute).orElseThrow().toString());
  }

  /** Elements that tell the number, none of which is the fill value. */
  private record Elements(int number) implements ArraySource {
    @Override
    public DataType dataType() {
      return CoreType.INT32;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public void read(Region region, Block into) {
      BitsBlock block = (BitsBlock) into;
      for (int i = 0; i < block.length(); i += Integer.BYTES) {
        block.bytes()[i] = (byte) number;
        block.bytes()[i + 1] = (byte) (number >> Byte.SIZE);
        block.bytes()[i + 2] = 0;
        block.bytes()[i + Integer.BYTES - 1] = 1;
      }
    }
  }
}
