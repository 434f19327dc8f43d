package dev.espalier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule bites: it finds who breaks it below {@code seeded}, and accuses nobody else. */
class SeededViolationTest {
  private static final String SEEDED = SeededViolationTest.class.getPackageName() + ".seeded";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(SEEDED);

  @ParameterizedTest
  @MethodSource("dev.espalier.architecture.Rule#all")
  void ruleBites(Rule rule) {
    EvaluationResult result = rule.on(ModuleTable.below(SEEDED)).evaluate(CLASSES);

    String report = String.join("\n", result.getFailureReport().getDetails());
    List<String> accused =
        CLASSES.stream()
            .map(JavaClass::getFullName)
            .filter(name -> isOrigin(report, name))
            .map(name -> name.substring(SEEDED.length() + 1))
            .toList();
    assertThat(accused).as(report).containsExactlyInAnyOrderElementsOf(rule.violators());
  }

  /** A class is named as the origin, not as the target, where a member or type of it starts. */
  private static boolean isOrigin(String report, String name) {
    String type = name.replace(".", "\\.").replace("$", "\\$");
    return report
        .lines()
        .map(String::strip)
        .anyMatch(
            line ->
                line.matches("(- )?(Class|Method|Field|Constructor) <" + type + "[.>].*")
                    || line.matches(type + "[. (].*"));
  }
}
