package dev.espalier.model.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.path.LookAlike.Likeness;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikeTest {
  private static final String COMPOSED = "caf\u00e9";
  private static final String DECOMPOSED = "cafe\u0301";

  private static List<LookAlike> among(String... names) {
    return LookAlike.among(Arrays.stream(names).map(NodeName::new).toList());
  }

  private static LookAlike alike(String first, String second, Likeness likeness) {
    return new LookAlike(new NodeName(first), new NodeName(second), likeness);
  }

  @Test
  void namesThatDifferInMoreAreNotAlike() {
    assertThat(among("a", "b", "a1", "caf\u00e8", COMPOSED)).isEmpty();
  }

  @Test
  void namesThatDifferOnlyInCaseAreAlike() {
    assertThat(among("Data", "x", "data", "DATA"))
        .containsExactly(
            alike("Data", "data", Likeness.CASE), alike("Data", "DATA", Likeness.CASE));
    assertThat(among("stra\u00dfe", "STRASSE"))
        .containsExactly(alike("stra\u00dfe", "STRASSE", Likeness.CASE));
    assertThat(among("\u03c3", "\u03c2")) // the two small sigmas
        .containsExactly(alike("\u03c3", "\u03c2", Likeness.CASE));
  }

  @Test
  void namesThatDifferOnlyInHowCharactersAreComposedAreAlike() {
    assertThat(among(COMPOSED, DECOMPOSED))
        .containsExactly(alike(COMPOSED, DECOMPOSED, Likeness.NORMALIZATION));
    assertThat(among("CAF\u00c9", DECOMPOSED))
        .containsExactly(alike("CAF\u00c9", DECOMPOSED, Likeness.CASE));
    assertThat(among("\ufb01t", "fit")) // a ligature
        .containsExactly(alike("\ufb01t", "fit", Likeness.NORMALIZATION));
  }
}
