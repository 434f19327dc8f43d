package dev.espalier.json;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is demanded of chunks is demanded of each, by the matcher and by the exported schema. */
class VaryingChunksLawTest {
  private static final Schema SCHEMA =
      convention("test", "1").root(array().dimensions("y", "x").chunks("5", "*")).build();

  private static final Map<List<EdgeLengths>, Boolean> CASES =
      Map.of(
          List.of(EdgeLengths.repeated(5), EdgeLengths.of(1, 3)), true,
          List.of(EdgeLengths.of(5, 5), EdgeLengths.repeated(4)), true,
          List.of(EdgeLengths.of(5), EdgeLengths.of(4)), true,
          List.of(EdgeLengths.of(5, 5, 2), EdgeLengths.of(4)), false,
          List.of(EdgeLengths.of(2, 2, 2), EdgeLengths.of(4)), false,
          List.of(EdgeLengths.repeated(2), EdgeLengths.of(4)), false);

  @Test
  void bothJudgeEachChunk() {
    JsonSchemaChecker tree = JsonSchemaChecker.of(JsonSchemaExport.tree(SCHEMA).schema());
    JsonSchemaChecker document = JsonSchemaChecker.of(JsonSchemaExport.metadata(SCHEMA).schema());
    CASES.forEach(
        (edges, fits) -> {
          ArraySpec array = varied(edges);
          assertThat(Matcher.of(SCHEMA).match(array, NodePath.root()).findings().isEmpty())
              .as("%s", edges)
              .isEqualTo(fits);
          assertThat(tree.check(NodeForms.flat(array)).isEmpty()).as("%s", edges).isEqualTo(fits);
          assertThat(document.check(NodeForms.metadata(array)).isEmpty())
              .as("%s", edges)
              .isEqualTo(fits);
        });
  }

  private static ArraySpec varied(List<EdgeLengths> edges) {
    return ArraySpec.builder()
        .dataType(CoreType.INT16)
        .shape(Shape.of(5, 4))
        .dimensions(List.of("y", "x"))
        .layout(Layout.builder().chunkEdges(edges.toArray(new EdgeLengths[0])).build())
        .build();
  }
}
