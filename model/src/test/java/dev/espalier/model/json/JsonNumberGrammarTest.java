package dev.espalier.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A number is what the grammar of RFC 8259 says, section 6. */
class JsonNumberGrammarTest {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final String LIKELY = "-+.eE0019";

  @Test
  void textsAreNumbersIfTheyAreInTheGrammar() {
    Random random = new Random(8259);
    int numbers = 0;
    for (int round = 0; round < 100_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(LIKELY.charAt(random.nextInt(LIKELY.length())));
      }
      boolean expected = GRAMMAR.matcher(text).matches();
      numbers += expected ? 1 : 0;

      assertThat(isNumber(text.toString())).as("\"%s\"", text).isEqualTo(expected);
    }
    assertThat(numbers).isBetween(5_000, 95_000);
  }

  @Test
  void otherDigitsAreNone() {
    assertThat(isNumber("\u0661")).isFalse();
    assertThat(isNumber("1 ")).isFalse();
    assertThat(isNumber("1\0")).isFalse();
  }

  private static boolean isNumber(String text) {
    try {
      return new JsonNumber(text).text().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
