package dev.espalier.model.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {
  private static final List<String> IN_ORDER =
      List.of(
          "0.1",
          "0.4",
          "0.5",
          "0.6.dev3",
          "0.6.dev10",
          "0.6",
          "0.6.1",
          "0.10",
          "v1",
          "1.0-rc2",
          "1.0",
          "2",
          "2024.1",
          "99999999999999999999.0");

  @Test
  void numbersCountAsNumbersAndWordsComeBeforeTheRelease() {
    List<String> shuffled = new ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(new VersionOrder());
    assertThat(shuffled).isEqualTo(IN_ORDER);
  }

  @ParameterizedTest
  @CsvSource({"0.5,true", "v2,true", "latest,false", "'',false", "main,false"})
  void aVersionBeginsWithANumber(String text, boolean version) {
    assertThat(VersionOrder.isVersion(text)).isEqualTo(version);
  }
}
