package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.match.Trees.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from a wrong data type or a wrong rank is not told beside it. */
class ArrayMistakesToldOnceTest {
  private static final FillValue NAN = fill("float32", JsonValue.of("NaN"));

  @Test
  void ofAnArrayOfAWrongTypeTheFillValueIsNotJudged() {
    ArrayDeclaration declared = array().types("float32").fillValue(NAN);
    assertThat(against(declared, filled("float64", JsonValue.of("NaN"))))
        .containsExactly("array.data-type at /: the data type of / is float64, not float32");
    assertThat(against(declared, filled("int16", JsonValue.of(0))))
        .containsExactly("array.data-type at /: the data type of / is int16, not float32");
  }

  @Test
  void aFillValueIsTheSameInEachTypeThatMayBe() {
    ArrayDeclaration declared = array().types("float", "integer").fillValue(NAN);
    assertThat(against(declared, filled("float32", JsonValue.of("NaN")))).isEmpty();
    assertThat(against(declared, filled("float64", JsonValue.of("NaN")))).isEmpty();
    assertThat(against(declared, filled("float64", JsonValue.of(1))))
        .containsExactly("array.fill-value at /: the fill value of / is 1.0, not \"NaN\"");
  }

  @Test
  void aFillValueThatATypeHasNotIsNotThere() {
    ArrayDeclaration declared = array().types("float", "integer").fillValue(NAN);
    assertThat(against(declared, filled("int16", JsonValue.of(3))))
        .containsExactly("array.fill-value at /: the fill value of / is 3, not \"NaN\"");
  }

  @Test
  void ofAnArrayOfAWrongRankTheChunksAreNotJudged() {
    ArrayDeclaration declared =
        array().dimensions("sample", "*").chunks("5", "full").shards("10", "full");
    assertThat(against(declared, chunked(Shape.of(10), Shape.of(5), Shape.of(10))))
        .containsExactly("array.rank at /: / has 1 dimension, not 2");
    assertThat(against(declared, chunked(Shape.of(10, 4), Shape.of(2, 4), Shape.of(4, 4))))
        .containsExactly(
            "array.chunks at /: the chunk shape of / is [2, 4], not [5, 4]",
            "array.shards at /: the shard shape of / is [4, 4], not [10, 4]");
  }

  @Test
  void ofVaryingChunksEachIsJudged() {
    ArrayDeclaration declared = array().dimensions("sample", "*").chunks("5", "full");
    EdgeLengths full = EdgeLengths.of(4);
    assertThat(against(declared, varied(EdgeLengths.repeated(5), full))).isEmpty();
    assertThat(against(declared, varied(EdgeLengths.of(5, 5), full))).isEmpty();
    assertThat(against(declared, varied(EdgeLengths.of(5, 3, 2), full)))
        .containsExactly("array.chunks at /: the chunk shape of / is (5+3+2)×(4), not [5, 4]");
    assertThat(against(declared, varied(EdgeLengths.of(5, 5), EdgeLengths.repeated(2))))
        .containsExactly("array.chunks at /: the chunk shape of / is (5*2)×2, not [5, 4]");
  }

  private static ArraySpec varied(EdgeLengths... edges) {
    return ArraySpec.builder()
        .dataType(DataType.named("int32"))
        .shape(Shape.of(10, 4))
        .dimensions(List.of("sample", "axis"))
        .layout(Layout.builder().chunkEdges(edges).build())
        .build();
  }

  private static ArraySpec filled(String type, JsonValue value) {
    return ArraySpec.builder()
        .dataType(DataType.named(type))
        .shape(Shape.of(3))
        .fillValue(fill(type, value))
        .build();
  }

  private static FillValue fill(String type, JsonValue value) {
    return FillValue.parse(DataType.named(type), value);
  }

  private static ArraySpec chunked(Shape shape, Shape chunks, Shape shards) {
    return ArraySpec.builder()
        .dataType(DataType.named("int32"))
        .shape(shape)
        .layout(Layout.builder().chunkShape(chunks).shardShape(shards).build())
        .build();
  }

  private static List<String> against(ArrayDeclaration declared, ArraySpec array) {
    Matcher matcher = Matcher.of(convention("test", "1").root(declared).build());
    return told(matcher.match(array, NodePath.root()));
  }
}
