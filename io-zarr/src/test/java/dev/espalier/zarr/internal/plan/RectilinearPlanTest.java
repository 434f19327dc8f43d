package dev.espalier.zarr.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.util.List;
import org.junit.jupiter.api.Test;

class RectilinearPlanTest {
  private static final RectilinearGrid GRID =
      RectilinearGrid.of(EdgeLengths.of(2, 3, 9), EdgeLengths.repeated(4));

  @Test
  void whatIsAskedForIsKeptAndTheRestIsDecided() {
    WritePlan plan = plan(array(Layout.builder().chunkGrid(GRID).build()));

    ArraySpec planned = (ArraySpec) plan.root();
    assertThat(planned.layout().chunkGrid()).contains(GRID);
    assertThat(planned.layout().codecs().orElseThrow())
        .isEqualTo(DefaultCodecs.of(CoreType.UINT16));
    assertThat(plan.nodes().get(0).objects()).isEqualTo(1 + 2 * 2);
    assertThat(plan.elementBytes()).isEqualTo(2 * 5 * 7);
  }

  @Test
  void theGridIsKeptWhereTheCodecsAreThoseOfAnotherFormat() {
    Layout foreign = Layout.builder().chunkGrid(GRID).foreignTo("hdf5").build();

    assertThat(((ArraySpec) plan(array(foreign)).root()).layout().chunkGrid()).contains(GRID);
  }

  @Test
  void everyDimensionWithElementsOutsideOfChunksIsTold() {
    List<Finding> findings =
        findings(Layout.builder().chunkEdges(EdgeLengths.of(1), EdgeLengths.of(3, 3)).build());

    assertThat(findings).hasSize(2);
    Finding second = findings.get(1);
    assertThat(second.rule().id()).isEqualTo("zarr.chunk.edges");
    assertThat(second.pointer()).hasToString("/chunk_grid/configuration/chunk_shapes/1");
    assertThat(second.message())
        .isEqualTo("the chunks along dimension 1 do not hold all elements of [5, 7]");
    assertThat(second.expected()).contains("edge lengths whose sum is at least 7");
    assertThat(second.found()).contains("(3*2)");
    assertThat(second.fix()).contains("add chunks, or give one number, which repeats");
  }

  @Test
  void shardsOfOneShapeAreRefusedWithWhatToDo() {
    Finding finding =
        only(findings(Layout.builder().chunkGrid(GRID).shardShape(Shape.of(4, 4)).build()));

    assertThat(finding.rule().id()).isEqualTo("zarr.shard.multiple");
    assertThat(finding.message())
        .isEqualTo("chunks of varying extents cannot be gathered in shards");
    assertThat(finding.found()).contains("shards of [4, 4] of chunks of (2+3+9)×4");
    assertThat(finding.fix())
        .contains(
            "leave the shards out; or let the grid be that of the shards, with the codec"
                + " sharding_indexed for their chunks");
  }

  @Test
  void theLargestChunkHasToFitAJavaArray() {
    ArraySpec huge =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT64)
            .shape(Shape.of(1L << 40))
            .layout(
                Layout.builder()
                    .chunkEdges(EdgeLengths.list().add(8, 1L << 30).add(1L << 39, 2).build())
                    .build())
            .build();

    Finding finding = only(findings(huge));

    assertThat(finding.rule().id()).isEqualTo("zarr.chunk.shape");
    assertThat(finding.message())
        .isEqualTo("chunks of shape [549755813888] are larger than 2 GiB each");
  }

  private static WritePlan plan(ArraySpec array) {
    return HierarchyPlanner.plan(
        array, "target", WritePolicy.FAIL, new Zarr3Documents(), CodecRegistry.load(), true);
  }

  private static List<Finding> findings(Layout layout) {
    return findings(array(layout));
  }

  private static List<Finding> findings(ArraySpec array) {
    InvalidHierarchyException invalid =
        catchThrowableOfType(InvalidHierarchyException.class, () -> plan(array));
    assertThat(invalid).isNotNull();
    return invalid.report().findings();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static ArraySpec array(Layout layout) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(5, 7))
        .layout(layout)
        .build();
  }
}
