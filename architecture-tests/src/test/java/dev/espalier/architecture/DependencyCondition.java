package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Looks at every class that a class of a module depends on. */
final class DependencyCondition extends ArchCondition<JavaClass> {
  private final ModuleTable table;
  private final BiPredicate<ModuleTable.Module, JavaClass> forbidden;

  DependencyCondition(
      ModuleTable table, String description, BiPredicate<ModuleTable.Module, JavaClass> forbidden) {
    super(description);
    this.table = table;
    this.forbidden = forbidden;
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    table.moduleOf(origin).ifPresent(module -> check(module, origin, events));
  }

  private void check(ModuleTable.Module module, JavaClass origin, ConditionEvents events) {
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      if (forbidden.test(module, dependency.getTargetClass().getBaseComponentType())) {
        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
      }
    }
  }
}
