package dev.espalier.testkit;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Hierarchies that stand at a target and that are to be written there. */
final class PolicyHierarchies {
  static final Shape SMALL = Shape.of(8, 6);
  static final Shape LARGE = Shape.of(10, 6);

  private PolicyHierarchies() {}

  static GroupSpec standing() {
    return GroupSpec.builder()
        .putMember("a", array(SMALL))
        .putMember("g", attributed("old", 7).withMembers(group("b", array(SMALL)).members()))
        .build();
  }

  static GroupSpec wanted() {
    GroupSpec group = group("c", array(SMALL));
    return GroupSpec.builder()
        .putMember("a", array(LARGE))
        .putMember("g", group.withAttributes(Attributes.none().with("title", JsonValue.of("new"))))
        .putMember("new", group("d", array(SMALL)))
        .build();
  }

  private static GroupSpec attributed(String title, long theirs) {
    return GroupSpec.empty()
        .withAttributes(
            Attributes.none()
                .with("title", JsonValue.of(title))
                .with("theirs", JsonValue.of(theirs)));
  }

  static GroupSpec group(String name, NodeSpec member) {
    return GroupSpec.builder().putMember(name, member).build();
  }

  static ArraySpec array(Shape shape) {
    return ArraySpec.builder().dataType(CoreType.UINT16).shape(shape).build();
  }

  static BoundHierarchy bound(NodeSpec hierarchy, int seed) {
    Map<NodePath, ArrayData> data = new HashMap<>();
    hierarchy.walk(
        (path, node) -> {
          if (node instanceof ArraySpec array) {
            data.put(path, new ArrayData.Pulled(ArraySource.of(elements(array.shape(), seed))));
          }
        });
    return new BoundHierarchy(hierarchy, data);
  }

  static BitsBlock elements(Shape shape, int seed) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    new Random(seed).nextBytes(block.bytes());
    return block;
  }
}
