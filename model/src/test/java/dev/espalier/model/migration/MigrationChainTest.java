package dev.espalier.model.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.RequestException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationChainTest {
  private static final List<Migration> KNOWN =
      Stream.of("1 2", "2 3", "3 4", "2 4", "4 2", "4 5", "3 5", "7 8")
          .map(versions -> versions.split(" "))
          .map(v -> Migration.between(v[0], v[1], UnaryOperator.identity()))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "1,1,''",
    "1,2,1 to 2",
    "1,4,'1 to 2, 2 to 4'",
    "1,5,'1 to 2, 2 to 3, 3 to 5'",
    "4,3,'4 to 2, 2 to 3'"
  })
  void isTheShortestAndAmongEqualsTheFirstListed(String from, String to, String steps) {
    assertThat(
            String.join(
                ", ",
                MigrationChain.shortest("c", KNOWN, from, to).steps().stream()
                    .map(Migration::toString)
                    .toList()))
        .isEqualTo(steps);
  }

  @Test
  void whereNoneLeadsThereIsSaidWhatThereIs() {
    assertThatThrownBy(
            () -> MigrationChain.shortest("example:gauge", KNOWN.subList(0, 2), "3", "1"))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "no migration of example:gauge leads from version 3 to version 1; there is 1 to 2, 2"
                + " to 3");
    assertThatThrownBy(() -> MigrationChain.shortest("example:gauge", List.of(), "3", "1"))
        .hasMessage(
            "no migration of example:gauge leads from version 3 to version 1; there is none at"
                + " all");
  }
}
