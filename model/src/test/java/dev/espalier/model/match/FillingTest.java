package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillingTest {
  private static final ArraySpec OPEN =
      ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(10, 5000)).build();

  @Test
  void whatTheSchemaKnowsIsFilledIn() {
    ArraySpec filled =
        fill(
            array()
                .namedDimensions("time", "x")
                .fillValue(FillValue.zero(CoreType.INT16))
                .preferChunks("1", "full")
                .preferShards("7", "full")
                .preferCodecs(CodecSpec.of("bytes")),
            OPEN);

    assertThat(filled.fillValue()).contains(FillValue.zero(CoreType.INT16));
    assertThat(filled.dimensionNames()).contains(List.of(Optional.of("time"), Optional.of("x")));
    assertThat(filled.layout())
        .isEqualTo(
            Layout.builder()
                .chunkShape(Shape.of(1, 5000))
                .shardShape(Shape.of(7, 5000))
                .codecs(List.of(CodecSpec.of("bytes")))
                .build());
  }

  @Test
  void codecsThatTakeBytesAreGivenBytes() {
    assertThat(fill(array().codecs(CodecSpec.of("crc32c")), OPEN).layout().codecs().orElseThrow())
        .extracting(CodecSpec::toString)
        .containsExactly("bytes{\"endian\":\"little\"}", "crc32c");
  }

  @Test
  void whatIsThereStays() {
    ArraySpec decided =
        ArraySpec.builder()
            .from(OPEN)
            .dimensions(List.of("a", "b"))
            .layout(
                Layout.builder()
                    .chunkShape(Shape.of(2, 2))
                    .codecs(List.of(CodecSpec.of("bytes"), CodecSpec.of("zstd")))
                    .build())
            .build();
    assertThat(
            fill(
                array()
                    .namedDimensions("time", "x")
                    .preferChunks("1", "full")
                    .preferShards("8", "8")
                    .preferCodecs(CodecSpec.of("bytes")),
                decided))
        .isEqualTo(decided);
  }

  @Test
  void aFillValueIsFilledInAsTheTypeOfTheArrayHasIt() {
    assertThat(fill(array().fillValue(fillOf(CoreType.INT8, JsonValue.of(7))), OPEN).fillValue())
        .contains(fillOf(OPEN.dataType(), JsonValue.of(7)));
  }

  @Test
  void aFillValueThatTheTypeOfTheArrayHasNotIsNotForced() {
    FillValue nan = fillOf(CoreType.FLOAT32, JsonValue.of("NaN"));
    assertThat(fill(array().fillValue(nan), OPEN)).isEqualTo(OPEN);
  }

  private static FillValue fillOf(DataType type, JsonValue value) {
    return FillValue.parse(type, value);
  }

  @ParameterizedTest
  @CsvSource({
    "*,*,52,5000", // as many elements as a chunk has room for, the last axis first
    "4,*,4,5000",
    "*,100,2621,100",
    "*,full,52,5000",
  })
  void axesThatMayHaveAnyExtentShareTheRoom(String first, String second, long rows, long columns) {
    ArraySpec large = OPEN.withShape(Shape.of(100_000, 5000));
    assertThat(fill(array().preferChunks(first, second), large).layout().chunkShape())
        .contains(Shape.of(rows, columns));
  }

  @Test
  void aShardHoldsWholeChunks() {
    assertThat(
            fill(array().preferChunks("3", "100").preferShards("full", "150"), OPEN)
                .layout()
                .shardShape())
        .contains(Shape.of(12, 200));
  }

  @Test
  void wishesForAnotherRankAreLeftOut() {
    assertThat(fill(array().preferChunks("3").preferShards("6"), OPEN)).isEqualTo(OPEN);
  }

  @Test
  void aNodeFurtherDownIsFilledWhereItIs() {
    Schema schema = schema(array().preferChunks("1", "1"));
    NodeSpec tree =
        GroupSpec.builder()
            .putMember("g", GroupSpec.builder().putMember("a", OPEN).build())
            .putMember("a", OPEN)
            .build();
    NodeSpec filled = Filling.of(Matcher.of(schema).match(tree, NodePath.root().child("g")));
    assertThat(filled.findArray(NodePath.parse("/g/a")))
        .flatMap(array -> array.layout().chunkShape())
        .contains(Shape.of(1, 1));
    assertThat(filled.findArray(NodePath.parse("/a"))).contains(OPEN);
    assertThat(Filling.of(Matcher.of(schema).match(tree, NodePath.parse("/none")))).isEqualTo(tree);
  }

  private static ArraySpec fill(ArrayDeclaration declared, ArraySpec array) {
    NodeSpec tree = GroupSpec.builder().putMember("a", array).build();
    return Filling.of(Matcher.of(schema(declared)).match(tree, NodePath.root()))
        .findArray(NodePath.parse("/a"))
        .orElseThrow();
  }

  private static Schema schema(ArrayDeclaration declared) {
    return convention("example:fill", "1").root(group().member("a", declared)).build();
  }
}
