package dev.espalier.model.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.convention.Arrangement.Copied;
import dev.espalier.model.path.NodePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTest {
  private static final NodePath IMAGE = NodePath.parse("/image");

  @Test
  void theOrderThatChangesNothingIsTheSameAsNone() {
    assertThat(new Copied(IMAGE, List.of(0, 1, 2))).isEqualTo(new Copied(IMAGE));
    assertThat(new Copied(IMAGE, List.of(2, 0, 1)).order()).containsExactly(2, 0, 1);
  }

  @Test
  void anOrderNamesEachDimensionOnce() {
    assertThatThrownBy(() -> new Copied(IMAGE, List.of(0, 0)))
        .hasMessage("order [0, 0] of dimensions; each of [0, 1] once");
    assertThatThrownBy(() -> new Copied(IMAGE, List.of(1, 2)))
        .hasMessage("order [1, 2] of dimensions; each of [0, 1] once");
  }
}
