package dev.espalier.model.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import org.junit.jupiter.api.Test;

class WideInferenceTest {
  @Test
  void aGroupOfManyMembersThatHaveNothingInCommonStaysBounded() {
    GroupSpec.Builder wide = GroupSpec.builder();
    for (int i = 0; i < 20_000; i++) {
      String name = new StringBuilder(Integer.toString(i, 2)).reverse() + "x" + "y".repeat(i % 97);
      wide.putMember(name.replace('0', 'o').replace('1', 'l'), plain(i, 2L * i));
    }
    GroupSpec group = wide.build().withMember(new NodeName("last"), plain(1));
    Schema schema = SchemaInference.of(group, Identity.of("test", "1"));

    assertThat(Matcher.of(schema).match(group, NodePath.root()).findings()).isEmpty();
  }

  @Test
  void groupsThatAreNestedTooDeepAreRefused() {
    GroupSpec tower = GroupSpec.empty();
    for (int i = 0; i < 1_001; i++) {
      tower = GroupSpec.builder().putMember("a", tower).build();
    }
    GroupSpec deep = tower;

    assertThatThrownBy(() -> SchemaInference.of(deep, Identity.of("test", "1")))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("groups are nested more than 1000 deep; no schema is inferred from that");
  }

  private static ArraySpec plain(long... extents) {
    return ArraySpec.builder().dataType(CoreType.INT32).shape(Shape.of(extents)).build();
  }
}
