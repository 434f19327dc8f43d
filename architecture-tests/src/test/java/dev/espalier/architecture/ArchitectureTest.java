package dev.espalier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, over the main classes of every module. */
class ArchitectureTest {
  /** Raise it as the code grows: it is what keeps the rules from passing on nothing. */
  private static final int CLASSES_AT_LEAST = 500;

  @SuppressWarnings("NullAway.Init") // read once for all tests
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes = MainClasses.all();
  }

  @ParameterizedTest
  @MethodSource("dev.espalier.architecture.Rule#all")
  void ruleHolds(Rule rule) {
    rule.on(ModuleTable.ESPALIER).check(classes);
  }

  @Test
  void theRulesSeeTheCode() {
    assertThat(classes).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  @Test
  void theRulesSeeEveryModule() {
    for (ModuleTable.Module module : ModuleTable.ESPALIER.modules()) {
      assertThat(classes.stream().map(JavaClass::getPackageName).filter(module::holds))
          .as("classes of %s below %s", module.name(), MainClasses.directoryOf(module.name()))
          .hasSizeGreaterThan(1);
    }
  }
}
