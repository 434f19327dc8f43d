package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReshapeCodecTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[0, 1], [2], 3] | [20, 4, 3]",
        "[-1] | [240]",
        "[5, -1, 3] | [5, 16, 3]",
        "[[0], [1], [2], [3]] | [5, 4, 4, 3]",
        "[1, [0], 1, -1, 1] | [1, 5, 1, 48, 1]",
        "[[], 240] | [1, 240]",
        "[[0, 1, 2, 3]] | [240]",
        "[[0], 16, [3]] | [5, 16, 3]"
      })
  void theShapeIsGivenByExtentsByDimensionsOrByWhatIsLeft(String shape, String expected) {
    CodecPipeline pipeline = bind(shape, 5, 4, 4, 3);

    assertThat(ElementCodecs.last(pipeline).shape()).hasToString(expected);
  }

  @Test
  void elementsStayInTheirOrder() {
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT16, Shape.of(5, 4, 4, 3), 3);
    CodecPipeline pipeline = bind("[[0, 1], [2], 3]", 5, 4, 4, 3);

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(encoded).isEqualTo(Pipelines.bytesOf(chunk));
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void textsAreReshaped() {
    TextBlock chunk = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(2, 3));
    List.of("a", "b", "c", "d", "e", "f").toArray(chunk.texts());
    CodecPipeline pipeline =
        Pipelines.bind(
            ExtensionType.STRING,
            Shape.of(2, 3),
            "[" + ElementCodecs.codec("reshape", "{'shape':[3,2]}") + ",'vlen-utf8']");

    assertThat(((TextBlock) Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk))).texts())
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void aScalarGetsDimensions() {
    CodecPipeline pipeline = bind("[1, 1]");
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT16, Shape.scalar(), 1);
    chunk.bytes()[0] = 9;

    assertThat(ElementCodecs.last(pipeline).shape()).isEqualTo(Shape.of(1, 1));
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk))))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void boxesAreCutAlongTheDimensionsThatStay() {
    ArrayToArrayCodec codec = bind("[20, [2], [3]]", 5, 4, 4, 3).arraySteps().get(0).codec();
    Region wanted = Region.of(new long[] {1, 2, 3, 0}, Shape.of(2, 1, 1, 2));

    Region given = codec.decodableRegion(wanted);

    assertThat(given).isEqualTo(Region.of(new long[] {0, 0, 3, 0}, Shape.of(5, 4, 1, 2)));
    assertThat(codec.encodedRegion(given))
        .isEqualTo(Region.of(new long[] {0, 3, 0}, Shape.of(20, 1, 2)));
    assertThat(codec.decodedShape(Shape.of(10, 2, 1))).isEqualTo(Shape.of(5, 4, 2, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0, 240] | a list, for each encoded dimension an extent, -1 for one of them, or a list of"
            + " dimensions",
        "[-1, -1] | a list, for each encoded dimension an extent, -1 for one of them, or a list of"
            + " dimensions",
        "[7, -1] | 240 elements as in [5, 4, 4, 3]",
        "[7] | 240 elements as in [5, 4, 4, 3], not [7]",
        "[9223372036854775807, 9223372036854775807] | 240 elements as in [5, 4, 4, 3], not"
            + " [9223372036854775807, 9223372036854775807]",
        "[[1, 0], 12] | dimensions of [5, 4, 4, 3] in rising order, each at most once",
        "[[0], [0], 48] | dimensions of [5, 4, 4, 3] in rising order, each at most once",
        "[[4], 240] | dimensions of [5, 4, 4, 3] in rising order, each at most once",
        "[12, [1], 5] | as many elements in front of and behind dimension 1 of [12, 4, 5] as in"
            + " front of and behind dimensions [1] of [5, 4, 4, 3]"
      })
  void shapesThatDoNotFitAreRefused(String shape, String expected) {
    assertThatThrownBy(() -> bind(shape, 5, 4, 4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"reshape\": \"shape\" is " + shape.replace(" ", "") + "; expected " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | lacks 'shape'; expected a list of objects",
        "{'shape':4} | : 'shape' is 4; expected a list of objects",
        "{'shape':[-2]} | : 'shape' holds -2; expected an integer of at least -1 or a list of"
            + " integers",
        "{'shape':[4],'order':'C'} | has no parameter 'order'; it takes ['shape']"
      })
  void wrongParametersAreRefused(String parameters, String message) {
    assertThatThrownBy(() -> ElementCodecs.bind("uint16", 4, "reshape", parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"reshape\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  private static CodecPipeline bind(String shape, long... extents) {
    return Pipelines.bindShorts(
        "["
            + ElementCodecs.codec("reshape", "{'shape':" + shape + "}")
            + ","
            + ElementCodecs.BYTES
            + "]",
        extents);
  }
}
