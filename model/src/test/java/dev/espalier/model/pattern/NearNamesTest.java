package dev.espalier.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  private static final long PLENTY = 100_000_000;

  private static List<String> near(List<String> names, String meant, long steps) {
    return new NearNames(names, new StepBudget(steps))
        .of(meant).stream().map(NearNames.Near::name).toList();
  }

  @Test
  void theNearestNameComesFirst() {
    assertThat(near(List.of("lvls", "leve", "xevels", "Level_s", "depth"), "levels", PLENTY))
        .containsExactly("Level_s", "xevels", "lvls", "leve");
  }

  @Test
  void nameByNameComparisonFindsTheSame() {
    Random random = new Random(7);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(7); length > 0; length--) {
        name.append("abcA_1".charAt(random.nextInt(6)));
      }
      names.add(name.toString());
    }
    List<String> once = names.stream().distinct().toList();
    for (String meant : once) {
      assertThat(near(once, meant, PLENTY))
          .as(meant)
          .containsExactlyInAnyOrderElementsOf(
              once.stream().filter(name -> NearMiss.isNear(name, meant)).toList());
    }
  }

  @Test
  void withoutStepsOnlyCaseAndSeparatorsAreSeenThrough() {
    assertThat(near(List.of("levle", "Lev-el"), "level", 0)).containsExactly("Lev-el");
  }
}
