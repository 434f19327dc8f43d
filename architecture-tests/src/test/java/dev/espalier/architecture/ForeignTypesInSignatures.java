package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at each type that the outside world sees of a class: supertypes, fields, methods. */
final class ForeignTypesInSignatures extends ArchCondition<JavaClass> {
  private final ModuleTable table;

  ForeignTypesInSignatures(ModuleTable table) {
    super("name only types of the JDK and of this project in public signatures");
    this.table = table;
  }

  @Override
  public void check(JavaClass seen, ConditionEvents events) {
    Stream.concat(seen.getSuperclass().stream(), seen.getInterfaces().stream())
        .forEach(type -> report(seen, seen.getFullName(), type, events));
    seen.getMembers().stream()
        .filter(ForeignTypesInSignatures::isVisible)
        .forEach(m -> typesOf(m).forEach(type -> report(seen, m.getFullName(), type, events)));
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaType> typesOf(JavaMember member) {
    Set<JavaType> types = new LinkedHashSet<>();
    if (member instanceof JavaField field) {
      types.add(field.getType());
    }
    if (member instanceof JavaCodeUnit code) {
      types.add(code.getReturnType());
      types.addAll(code.getParameterTypes());
      types.addAll(code.getTypeParameters());
      types.addAll(code.getExceptionTypes());
    }
    return types;
  }

  private void report(JavaClass seen, String where, JavaType type, ConditionEvents events) {
    for (JavaClass named : type.getAllInvolvedRawTypes()) {
      if (isForeign(seen, named)) {
        events.add(SimpleConditionEvent.violated(seen, where + " names " + named.getFullName()));
      }
    }
  }

  /** What a test contract is made of, and how a command is declared, cannot be hidden. */
  private boolean isForeign(JavaClass seen, JavaClass named) {
    boolean known =
        table.isOurs(named) || ModuleTable.isJdk(named) || ModuleTable.isAnnotationLibrary(named);
    boolean excused =
        table
            .moduleOf(seen)
            .filter(m -> m.name().equals("testkit") || m.name().equals("cli"))
            .filter(
                m ->
                    m.libraries().stream()
                        .anyMatch(l -> ModuleTable.isBelow(named.getPackageName(), l)))
            .isPresent();
    return !known && !excused;
  }
}
