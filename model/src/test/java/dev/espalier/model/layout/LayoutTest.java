package dev.espalier.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding.Form;
import dev.espalier.model.layout.ChunkKeyEncoding.Separator;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  @ParameterizedTest
  @CsvSource({
    "DEFAULT, SLASH, c/1/23/45",
    "DEFAULT, DOT, c.1.23.45",
    "V2, DOT, 1.23.45",
    "V2, SLASH, 1/23/45",
  })
  void aChunkHasAKey(Form form, Separator separator, String key) {
    assertThat(new ChunkKeyEncoding(form, separator).key(ChunkIndex.of(1, 23, 45))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"DEFAULT, SLASH, c", "DEFAULT, DOT, c", "V2, DOT, 0", "V2, SLASH, 0"})
  void theOnlyChunkOfAScalarHasAKey(Form form, Separator separator, String key) {
    assertThat(new ChunkKeyEncoding(form, separator).key(ChunkIndex.of())).isEqualTo(key);
  }

  @Test
  void theSeparatorThatGoesWithoutSayingDependsOnTheEncoding() {
    assertThat(Form.DEFAULT.usualSeparator()).isEqualTo(Separator.SLASH);
    assertThat(Form.V2.usualSeparator()).isEqualTo(Separator.DOT);
    assertThat(ChunkKeyEncoding.DEFAULT.key(ChunkIndex.of(0))).isEqualTo("c/0");
  }

  @Test
  void aLayoutMayLeaveEverythingOpen() {
    Layout open = Layout.open();

    assertThat(open.chunkGrid()).isEmpty();
    assertThat(open.chunkShape()).isEmpty();
    assertThat(open.codecs()).isEmpty();
    assertThat(open).isEqualTo(Layout.builder().build());
  }

  @Test
  void onlyARegularGridHasAChunkShape() {
    assertThat(Layout.builder().chunkShape(Shape.of(2, 3)).build().chunkShape())
        .contains(Shape.of(2, 3));
    assertThat(
            Layout.builder()
                .chunkGrid(new ExtensionGrid("zigzag", JsonObject.empty()))
                .build()
                .chunkShape())
        .isEmpty();
  }

  @Test
  void aChunkHasElements() {
    assertThatThrownBy(() -> new RegularGrid(Shape.of(2, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("chunk shape [2, 0] has an extent of 0");
    assertThat(new RegularGrid(Shape.scalar()).name()).isEqualTo("regular");
  }

  @Test
  void aCodecShowsItsParameters() {
    assertThat(CodecSpec.of("crc32c")).hasToString("crc32c");
    assertThat(new CodecSpec("gzip", JsonObject.of("level", JsonValue.of(5))))
        .hasToString("gzip{\"level\":5}");
  }
}
