package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransposeCodecTest {
  static Stream<Arguments> ordersAndTypes() {
    List<DataType> types =
        List.of(
            CoreType.INT8,
            CoreType.UINT16,
            new RawBits(24),
            CoreType.FLOAT32,
            CoreType.INT64,
            CoreType.COMPLEX128);
    return Stream.of(
            new int[] {0},
            new int[] {0, 1},
            new int[] {1, 0},
            new int[] {2, 0, 1},
            new int[] {1, 2, 0},
            new int[] {2, 1, 0},
            new int[] {0, 2, 1},
            new int[] {1, 0, 2},
            new int[] {3, 0, 2, 1},
            new int[] {1, 0, 3, 2})
        .flatMap(order -> types.stream().map(type -> Arguments.of(order, type)));
  }

  @ParameterizedTest
  @MethodSource("ordersAndTypes")
  void dimensionsChangePlacesAsTheOrderSays(int[] order, DataType type) {
    // Longer than the squares that are copied at a time, in some dimensions.
    Shape decoded = Shape.of(Arrays.copyOf(new long[] {5, 37, 3, 34}, order.length));
    BitsBlock chunk = Pipelines.randomBits(type, decoded, 8);
    CodecPipeline pipeline = pipeline(type, decoded, Arrays.toString(order));

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(encoded).isEqualTo(transposed(chunk, order));
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void severalTranspositionsFollowEachOther() {
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT16, Shape.of(2, 3, 4), 8);
    String twice =
        "[{'name':'transpose','configuration':{'order':[2,0,1]}},"
            + "{'name':'transpose','configuration':{'order':[1,2,0]}},"
            + "{'name':'bytes','configuration':{'endian':'little'}}]";

    assertThat(Pipelines.encode(Pipelines.bindShorts(twice, 2, 3, 4), chunk))
        .as("the second undoes the first")
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void textsAreTransposed() {
    TextBlock chunk = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(2, 3));
    List.of("a", "b", "c", "d", "e", "f").toArray(chunk.texts());
    CodecPipeline pipeline =
        Pipelines.bind(
            ExtensionType.STRING,
            Shape.of(2, 3),
            "[{'name':'transpose','configuration':{'order':[1,0]}},'vlen-utf8']");

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    StringBuilder order = new StringBuilder();
    for (int at = 8; at < encoded.length; at += 5) {
      order.append((char) encoded[at]);
    }
    assertThat(order).hasToString("adbecf");
    assertThat(((TextBlock) Pipelines.decode(pipeline, encoded)).texts())
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void oldDocumentsNameTheReverseOrderByALetter() {
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT16, Shape.of(2, 3, 4), 8);

    assertThat(Pipelines.encode(pipeline(CoreType.UINT16, chunk.shape(), "'F'"), chunk))
        .isEqualTo(transposed(chunk, new int[] {2, 1, 0}));
    assertThat(Pipelines.encode(pipeline(CoreType.UINT16, chunk.shape(), "'C'"), chunk))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'K' | \"order\" is \"K\"; expected a list of integers or one of \"C\", \"F\"",
        "[0,0,1] | \"order\" is [0,0,1]; expected a list of integers or one of \"C\", \"F\"",
        "[0,1] | \"order\" is [0,1]; expected each of the numbers from 0 to 2 once",
        "[0,1,3] | \"order\" is [0,1,3]; expected each of the numbers from 0 to 2 once",
        "[0,1,1e30] | \"order\" is [0,1,1e30]; expected a list of integers or one of \"C\", \"F\""
      },
      quoteCharacter = '`')
  void otherOrdersAreRefused(String order, String message) {
    assertThatThrownBy(() -> pipeline(CoreType.UINT16, Shape.of(2, 3, 4), order))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"transpose\": " + message);
  }

  /** One element after the other, by the rule: encoded.shape[i] = decoded.shape[order[i]]. */
  private static byte[] transposed(BitsBlock chunk, int[] order) {
    int rank = order.length;
    int size = chunk.elementSize();
    long[] steps = new long[rank];
    long step = size;
    for (int d = rank - 1; d >= 0; d--) {
      steps[d] = step;
      step *= chunk.shape().extent(d);
    }
    byte[] out = new byte[chunk.length()];
    long[] index = new long[rank];
    for (int to = 0; to < out.length; to += size) {
      int from = 0;
      for (int i = 0; i < rank; i++) {
        from += (int) (index[i] * steps[order[i]]);
      }
      System.arraycopy(chunk.bytes(), from, out, to, size);
      for (int i = rank - 1; i >= 0 && ++index[i] == chunk.shape().extent(order[i]); i--) {
        index[i] = 0;
      }
    }
    return out;
  }

  private static CodecPipeline pipeline(DataType type, Shape shape, String order) {
    return Pipelines.bind(
        type,
        shape,
        "[{'name':'transpose','configuration':{'order':"
            + order
            + "}},{'name':'bytes','configuration':{'endian':'little'}}]");
  }
}
