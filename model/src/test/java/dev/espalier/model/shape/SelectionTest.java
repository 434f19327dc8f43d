package dev.espalier.model.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final Shape SHAPE = Shape.of(5, 6, 7);

  /** What Python takes was written by make_slices.py beside the list. */
  @Test
  void aTextSelectsWhatPythonTakes() throws IOException {
    List<String> lines;
    try (InputStream list = SelectionTest.class.getResourceAsStream("slices.txt")) {
      lines = new String(Objects.requireNonNull(list).readAllBytes(), UTF_8).lines().toList();
    }
    assertThat(lines).hasSizeGreaterThan(2000);
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      Shape shape = Shape.of(Long.parseLong(parts[0]));
      if (parts[2].equals("error")) {
        assertThatThrownBy(() -> Selection.parse(shape, parts[1]))
            .as(line)
            .isInstanceOf(IllegalArgumentException.class);
        continue;
      }
      Selection selection = Selection.parse(shape, parts[1]);
      long[] expected =
          Arrays.stream(parts[2].split(","))
              .filter(position -> !position.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      assertThat(positions(selection, 0)).as(line).containsExactly(expected);
      assertThat(selection.shape().rank()).as(line).isEqualTo(parts[1].contains(":") ? 1 : 0);
    }
  }

  private static long[] positions(Selection selection, int dimension) {
    return LongStream.range(0, selection.counts().extent(dimension))
        .map(i -> selection.start(dimension) + i * selection.step(dimension))
        .toArray();
  }

  @Test
  void aDimensionOfWhichOnePositionIsTakenIsNotOneOfTheResult() {
    Selection selection = Selection.all(SHAPE).at(1, 3).range(2, 6, -1, -2);

    assertThat(selection.shape()).isEqualTo(Shape.of(5, 4));
    assertThat(selection.counts()).isEqualTo(Shape.of(5, 1, 4));
    assertThat(selection.bounds()).isEqualTo(Region.of(new long[] {0, 3, 0}, Shape.of(5, 1, 7)));
    assertThat(selection).hasToString("0:5,3,6::-2");
    assertThat(Selection.parse(SHAPE, ":, 3, ::-2")).isEqualTo(selection);
    assertThat(Selection.all(Shape.scalar()).shape()).isEqualTo(Shape.scalar());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0:5,0:6,0:7",
        "...|0:5,0:6,0:7",
        "2|2,0:6,0:7",
        "...,1|0:5,0:6,1",
        "1:3, ..., -1|1:3,0:6,6",
        "::2,1::3,6:0:-3|0:5:2,1:5:3,6:2:-3",
        "4:4|0:0,0:6,0:7",
        "1,2,3|1,2,3"
      })
  void aSelectionIsShownAsItIsRead(String text, String shown) {
    Selection selection = Selection.parse(SHAPE, text);

    assertThat(selection).hasToString(shown);
    assertThat(Selection.parse(SHAPE, shown)).isEqualTo(selection).hasSameHashCodeAs(selection);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,3,4|has 4 parts, and the array 3 dimensions",
        "5|has position 5 along dimension 0, which has 5",
        "-6|has position -6 along dimension 0, which has 5",
        "::0|has \"::0\", whose step is 0",
        "1:2:3:4|has \"1:2:3:4\"; expected start:stop:step",
        "a|has \"a\"; expected a position, or start:stop:step",
        "1,,2|has \"\"; expected a position, or start:stop:step",
        "9999999999999999999|has \"9999999999999999999\"; expected a position, or start:stop:step"
      })
  void whatIsNoSelectionOfTheArraySaysWhy(String text, String reason) {
    assertThatThrownBy(() -> Selection.parse(SHAPE, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("selection \"" + text + "\" of an array of shape [5, 6, 7] " + reason);
  }

  @Test
  void rangesDoNotLeaveTheArray() {
    Selection all = Selection.all(SHAPE);

    assertThatThrownBy(() -> all.range(0, 2, 6))
        .hasMessage("range 2:6:1 along dimension 0 of an array of shape [5, 6, 7]");
    assertThatThrownBy(() -> all.range(0, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all.range(0, 5, 2, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all.range(0, 1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all.at(0, 5))
        .hasMessage("position 5 along dimension 0 of an array of shape [5, 6, 7]");
    assertThatThrownBy(() -> all.at(3, 0)).hasMessage("dimension 3 of an array of shape [5, 6, 7]");
    assertThat(all.range(0, 0, 5, Long.MAX_VALUE).shape()).isEqualTo(Shape.of(1, 6, 7));
    assertThat(all.range(0, 4, -1, Long.MIN_VALUE).shape()).isEqualTo(Shape.of(1, 6, 7));
    assertThat(all.range(0, 3, 3).bounds().shape()).isEqualTo(Shape.of(0, 6, 7));
  }
}
