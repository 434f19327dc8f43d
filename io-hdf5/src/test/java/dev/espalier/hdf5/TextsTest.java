package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.ExtensionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nullterm|[\"ab\", \"abcdef\", \"\"]",
        "nullpad|[\"ab\", \"a\\u0000b\", \"abcdef\"]",
        "spacepad|[\"ab\", \" a b\", \"\"]",
        "utf8 fixed|[\"µm\"]",
        "variable ascii|[\"a\", \"b\"]",
        "scalar|[\"one text\"]",
      })
  void paddingIsNoPartOfAText(String dataset, String values) {
    try (Fixture fixture = Fixture.open("strings.h5")) {
      assertThat(fixture.array(dataset).dataType()).isEqualTo(ExtensionType.STRING);
      assertThat(fixture.values(dataset)).isEqualTo(values);
    }
  }

  @Test
  void textsOfAnyLengthComeFromTheHeap() {
    try (Fixture fixture = Fixture.open("strings.h5")) {
      TextBlock texts = (TextBlock) fixture.source("variable").read(Region.all(Shape.of(4)));
      assertThat(texts.texts()).containsExactly("", "größer 🔬", "x".repeat(5000), "four");
    }
  }

  @Test
  void textsAreReadByRegionAndNeverWrittenOnesAreEmpty() {
    try (Fixture fixture = Fixture.open("strings.h5")) {
      assertThat(fixture.values("chunked", new long[] {28, 8}, 3, 2))
          .isEqualTo("[\"text 288\", \"text 289\", \"text 298\", \"text 299\", \"\", \"\"]");
      assertThat(fixture.values("chunked", new long[] {38, 0}, 1, 2)).isEqualTo("[\"\", \"\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"latin1", "latin1 variable"})
  void bytesThatAreNotUtf8AreRefusedWhereTheyAre(String dataset) {
    try (Fixture fixture = Fixture.open("strings.h5")) {
      assertThatThrownBy(() -> fixture.values(dataset))
          .isInstanceOf(UnsupportedException.class)
          .hasMessageEndingWith(
              "strings.h5: /" + dataset + ": a text whose bytes are not UTF-8: b56d");
      assertThat(fixture.values(dataset, new long[] {0}, 1)).isEqualTo("[\"good\"]");
    }
  }
}
