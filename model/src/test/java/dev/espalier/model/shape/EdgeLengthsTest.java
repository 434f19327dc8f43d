package dev.espalier.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.shape.EdgeLengths.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeLengthsTest {
  private static final long HUGE = 1L << 62;

  @Test
  void equalNeighboursAreOneRun() {
    EdgeLengths edges = EdgeLengths.list().add(3, 1).add(3, 2).add(7, 1).build();

    assertThat(edges.runs()).containsExactly(new Run(3, 3), new Run(7, 1));
    assertThat(edges).isEqualTo(EdgeLengths.of(3, 3, 3, 7)).hasToString("(3*3+7)");
    assertThat(edges).hasSameHashCodeAs(EdgeLengths.of(3, 3, 3, 7));
    assertThat(edges).isNotEqualTo(EdgeLengths.of(3, 3, 7, 3));
    assertThat(edges.isRepeated()).isFalse();
  }

  @Test
  void runsAreKeptAsTheyWereToldAndMakeNoDifference() {
    EdgeLengths apart = EdgeLengths.runs(List.of(new Run(3, 1), new Run(3, 2), new Run(7, 1)));
    EdgeLengths together = EdgeLengths.of(3, 3, 3, 7);

    assertThat(apart.runs()).containsExactly(new Run(3, 1), new Run(3, 2), new Run(7, 1));
    assertThat(apart).isEqualTo(together).hasSameHashCodeAs(together);
    assertThat(together).isEqualTo(apart);
    assertThat(apart).isNotEqualTo(EdgeLengths.of(3, 3, 7)).isNotEqualTo(EdgeLengths.of(3, 3, 3));
    assertThat(apart.start(3)).isEqualTo(9);
    assertThat(apart.indexOf(8)).isEqualTo(2);
  }

  @Test
  void aRepeatedLengthIsNoListOfIt() {
    EdgeLengths repeated = EdgeLengths.repeated(5);

    assertThat(repeated.isRepeated()).isTrue();
    assertThat(repeated).isEqualTo(EdgeLengths.repeated(5)).hasToString("5");
    assertThat(repeated).isNotEqualTo(EdgeLengths.of(5));
    assertThat(repeated.runs()).containsExactly(new Run(5, Long.MAX_VALUE));
    assertThat(repeated.cover(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void aListHoldsAsManyElementsAsItsSum() {
    EdgeLengths edges = EdgeLengths.list().add(4, 2).add(1, 3).build();

    assertThat(edges.cover(11)).isTrue();
    assertThat(edges.cover(12)).isFalse();
    assertThat(EdgeLengths.of().cover(0)).isTrue();
    assertThat(EdgeLengths.of().cover(1)).isFalse();
  }

  @Test
  void lengthsAndCountsAreAtLeastOne() {
    assertThatThrownBy(() -> EdgeLengths.repeated(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edge length 0; each is at least 1");
    assertThatThrownBy(() -> EdgeLengths.of(2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edge length -1; each is at least 1");
    assertThatThrownBy(() -> EdgeLengths.list().add(2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 times edge length 2");
  }

  @Test
  void sumsBeyondAllArraysStopAtTheLargestNumber() {
    EdgeLengths edges = EdgeLengths.list().add(8, HUGE).add(3, HUGE).add(5, 9).build();

    assertThat(edges.cover(Long.MAX_VALUE)).isTrue();
    assertThat(edges.count(Long.MAX_VALUE)).isEqualTo(1L << 60);
    assertThat(edges.indexOf(Long.MAX_VALUE - 1)).isEqualTo((1L << 60) - 1);
    assertThat(edges.start((1L << 60) - 1)).isEqualTo(Long.MAX_VALUE - 7);
    assertThat(edges.lengths(Long.MAX_VALUE)).containsExactly(8L);
  }

  @Test
  void onlyTilesWithElementsCount() {
    EdgeLengths edges = EdgeLengths.of(4, 2, 9, 1);

    assertThat(edges.count(0)).isZero();
    assertThat(edges.count(4)).isEqualTo(1);
    assertThat(edges.count(5)).isEqualTo(2);
    assertThat(edges.lengths(5)).containsExactly(4L, 2L);
    assertThat(edges.lengths(0)).containsExactly(4L);
  }

  @Test
  void aLongListIsShownInPart() {
    assertThat(EdgeLengths.of(1, 2, 3, 4, 5, 6, 7, 8)).hasToString("(1+2+3+4+5+6+7+8)");
    assertThat(EdgeLengths.of(1, 2, 3, 4, 5, 6, 7, 8, 9)).hasToString("(1+2+3+4+5+6+7+8+...)");
  }
}
