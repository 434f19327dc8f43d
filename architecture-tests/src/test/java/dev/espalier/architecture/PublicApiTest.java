package dev.espalier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.espalier.architecture.listed.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the list of public names, so that each new one is a decision that a reviewer sees. */
class PublicApiTest {
  private static final JavaClasses CLASSES = MainClasses.all();
  private static final String UPDATE =
      "mvn -q verify -pl architecture-tests -am -Despalier.updateApi=true"
          + " -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false";

  static Stream<String> modulesWithAnApi() {
    return ModuleTable.ESPALIER.modules().stream()
        .map(ModuleTable.Module::name)
        .filter(name -> !name.equals("cli")) // its API is the command line
        .filter(name -> !name.equals("examples")); // nobody depends on them
  }

  @ParameterizedTest
  @MethodSource("modulesWithAnApi")
  void publicNamesAreThoseThatWereAgreedOn(String name) throws IOException {
    ModuleTable.Module module =
        ModuleTable.ESPALIER.modules().stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> now = PublicApi.of(CLASSES.stream().filter(c -> module.isApi(c.getPackageName())));
    Path file = MainClasses.root().resolve("config/api").resolve(name + ".txt");
    if (Boolean.getBoolean("espalier.updateApi") && !now.isEmpty()) {
      Files.createDirectories(file.getParent());
      Files.write(file, now);
    }
    List<String> agreed = Files.exists(file) ? Files.readAllLines(file) : List.of();

    assertThat(PublicApi.diff(agreed, now))
        .as(
            "public names of %s against %s; where the change is meant, run%n  %s%n",
            name, file, UPDATE)
        .isEmpty();
    assertThat(now).as("public names of %s", name).isNotEmpty();
  }

  @Test
  void publicNamesAreListedWithTheirSignatures() {
    JavaClasses listed = new ClassFileImporter().importPackagesOf(Listed.class);

    assertThat(PublicApi.of(listed.stream()))
        .containsExactly(
            "dev.espalier.architecture.listed.Listed: abstract class implements Supplier<List<String>>",
            "  static final int LIMIT",
            "  protected new(int)",
            "  final int inherited()",
            "  abstract <T> List<T> listOf(T) throws IOException",
            "dev.espalier.architecture.listed.Listed$Nested: enum",
            "  static final Listed$Nested ONE",
            "  static Listed$Nested valueOf(String)",
            "  static Listed$Nested[] values()");
  }

  @Test
  void aChangeIsShownWithTheTypeThatItBelongsTo() {
    List<String> before = List.of("a.A: record", "  public int x()", "a.B: record");
    List<String> after = List.of("a.A: record", "  public long x()", "a.C: record");

    assertThat(PublicApi.diff(before, after))
        .containsExactly(
            "- a.A :: public int x()",
            "+ a.A :: public long x()",
            "- a.B: record",
            "+ a.C: record");
  }
}
