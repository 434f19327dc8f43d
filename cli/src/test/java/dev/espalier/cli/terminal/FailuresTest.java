package dev.espalier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new InvalidHierarchyException("x", new Report(Profile.SPEC, List.of())),
            1,
            "invalid: x"),
        Arguments.of(new RequestException("x"), 2, "x"),
        Arguments.of(new MissingException("x"), 3, "not found: x"),
        Arguments.of(new CorruptException("x"), 3, "corrupt: x"),
        Arguments.of(new UnsupportedException("x"), 3, "unsupported: x"),
        Arguments.of(
            new StorageException(StorageException.Access.READ, "x", null), 3, "cannot read: x"),
        Arguments.of(new TargetExistsException("x"), 4, "target exists: x"),
        Arguments.of(
            new StorageException(StorageException.Access.WRITE, "x", null), 5, "cannot write: x"),
        Arguments.of(new CancelledException("x"), 130, "x"),
        Arguments.of(
            new IllegalStateException("x"),
            70,
            "internal error: java.lang.IllegalStateException: x; this is a fault of espalier;"
                + " please report it with what --debug prints"),
        Arguments.of(
            new OutOfMemoryError("heap"),
            70,
            "out of memory: give more to Java, as in ESPALIER_JAVA_OPTS=-Xmx4g espalier ..."));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyKindHasItsCodeAndItsWord(Throwable failure, int code, String words) {
    assertThat(Failures.codeOf(failure).code()).isEqualTo(code);
    assertThat(Failures.describe(failure)).isEqualTo(words);
  }

  @Test
  void theGreaterCodeCounts() {
    assertThat(ExitCode.FINDINGS.or(ExitCode.INPUT)).isEqualTo(ExitCode.INPUT);
    assertThat(ExitCode.INPUT.or(ExitCode.OK)).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void amountsHaveTheirWords() {
    assertThat(Amounts.of(1, "array")).isEqualTo("1 array");
    assertThat(Amounts.of(0, "array")).isEqualTo("0 arrays");
    assertThat(Amounts.bytes(1)).isEqualTo("1 byte");
    assertThat(Amounts.bytes(1023)).isEqualTo("1023 bytes");
    assertThat(Amounts.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Amounts.bytes(Long.MAX_VALUE)).isEqualTo("8.0 EiB");
  }

  @Test
  void coloursAreLeftOutWhereNobodySeesThem() {
    assertThat(Style.PLAIN.bad("x")).isEqualTo("x");
    assertThat(Style.COLOURED.bad("x")).isEqualTo("\u001b[31mx\u001b[0m");
  }
}
