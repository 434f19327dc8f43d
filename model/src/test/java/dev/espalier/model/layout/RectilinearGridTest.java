package dev.espalier.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RectilinearGridTest {
  private static final RectilinearGrid GRID =
      RectilinearGrid.of(EdgeLengths.repeated(64), EdgeLengths.of(3, 3, 7));

  @Test
  void theConfigurationIsAsShortAsCanBe() {
    assertThat(GRID.name()).isEqualTo("rectilinear");
    assertThat(GRID.configuration())
        .hasToString("{\"kind\":\"inline\",\"chunk_shapes\":[64,[[3,2],7]]}");
    assertThat(GRID).hasToString("64×(3*2+7)");
  }

  @Test
  void aGridTellsWhichElementsItLeavesOut() {
    assertThat(GRID.firstUncovered(Shape.of(1000, 13))).isEmpty();
    assertThat(GRID.firstUncovered(Shape.of(1000, 14))).hasValue(1);
  }

  @Test
  void dimensionsCanComeInAnotherOrder() {
    assertThat(GRID.reordered(List.of(1, 0)))
        .isEqualTo(RectilinearGrid.of(EdgeLengths.of(3, 3, 7), EdgeLengths.repeated(64)));
  }

  @Test
  void aLayoutIsAskedForByItsEdges() {
    Layout layout =
        Layout.builder()
            .chunkEdges(EdgeLengths.repeated(64), EdgeLengths.list().add(3, 2).add(7, 1).build())
            .build();

    assertThat(layout.chunkGrid()).contains(GRID);
    assertThat(layout.chunkShape()).isEmpty();
  }

  @Test
  void anArrayHasEdgesAlongEachDimension() {
    ArraySpec.Builder array =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(13))
            .layout(Layout.builder().chunkGrid(GRID).build());

    assertThatThrownBy(array::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the rectilinear chunk grid has 2 dimensions but the array has 1 ([13]); give the edge"
                + " lengths of each dimension");
  }
}
