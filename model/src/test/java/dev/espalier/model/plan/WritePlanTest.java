package dev.espalier.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import org.junit.jupiter.api.Test;

class WritePlanTest {
  private static final ArraySpec ARRAY =
      ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(4, 6)).build();

  @Test
  void aPlanCountsWhatItWrites() {
    WritePlan plan =
        WritePlan.builder()
            .target("cells.zarr")
            .policy(WritePolicy.FAIL)
            .root(GroupSpec.empty())
            .addNodes(
                new PlannedNode(NodePath.root(), GroupSpec.empty(), 1, 0),
                new PlannedNode(NodePath.parse("/a"), ARRAY, 5, 48))
            .build();

    assertThat(plan.objects()).isEqualTo(6);
    assertThat(plan.elementBytes()).isEqualTo(48);
    PlannedNode endless = new PlannedNode(NodePath.root(), ARRAY, Long.MAX_VALUE, 0);
    assertThatThrownBy(
            () ->
                WritePlan.builder()
                    .target("t")
                    .policy(WritePolicy.FAIL)
                    .root(ARRAY)
                    .addNodes(endless, endless)
                    .build()
                    .objects())
        .isInstanceOf(ArithmeticException.class);
  }
}
