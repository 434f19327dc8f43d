package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public names of classes: a line a type, then an indented line for each visible member. */
final class PublicApi {
  private PublicApi() {}

  static List<String> of(Stream<JavaClass> classes) {
    return classes
        .filter(PublicApi::isPublicAllTheWayUp)
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(JavaClass::reflect)
        .flatMap(PublicApi::lines)
        .toList();
  }

  /** What is in one list and not in the other, each line under the type that it belongs to. */
  static List<String> diff(List<String> before, List<String> after) {
    List<String> qualifiedBefore = qualified(before);
    List<String> qualifiedAfter = qualified(after);
    return Stream.concat(
            qualifiedBefore.stream().filter(l -> !qualifiedAfter.contains(l)).map(l -> "- " + l),
            qualifiedAfter.stream().filter(l -> !qualifiedBefore.contains(l)).map(l -> "+ " + l))
        .sorted(Comparator.comparing((String line) -> line.substring(2)))
        .toList();
  }

  private static List<String> qualified(List<String> lines) {
    List<String> result = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith(" ")) {
        result.add(type + " :: " + line.strip());
      } else {
        type = line;
        result.add(line);
      }
    }
    return result;
  }

  private static boolean isPublicAllTheWayUp(JavaClass javaClass) {
    Optional<JavaClass> outer = javaClass.getEnclosingClass();
    return javaClass.getModifiers().contains(JavaModifier.PUBLIC)
        && !javaClass.isAnonymousClass()
        && outer.map(PublicApi::isPublicAllTheWayUp).orElse(true);
  }

  private static Stream<String> lines(Class<?> type) {
    Stream<String> members =
        Stream.<Member[]>of(
                type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
            .flatMap(Arrays::stream)
            .filter(member -> isVisible(type, member))
            .map(PublicApi::line)
            .sorted();
    return Stream.concat(Stream.of(header(type)), members.map(line -> "  " + line));
  }

  private static String header(Class<?> type) {
    StringBuilder line = new StringBuilder(type.getName()).append(": ").append(kind(type));
    if (type.isSealed()) {
      line.append(" sealed");
    }
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class && parent != Record.class && !type.isEnum()) {
      line.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    List<String> interfaces =
        Arrays.stream(type.getGenericInterfaces()).map(i -> i.getTypeName()).sorted().toList();
    if (!interfaces.isEmpty()) {
      line.append(" implements ").append(String.join(", ", interfaces));
    }
    return line.toString();
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    if (type.isRecord()) {
      return "record";
    }
    int modifiers = type.getModifiers();
    return (Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (Modifier.isFinal(modifiers) ? "final " : "")
        + "class";
  }

  /** A protected member of a final type reaches nobody. */
  private static boolean isVisible(Class<?> type, Member member) {
    int modifiers = member.getModifiers();
    boolean reachable =
        Modifier.isPublic(modifiers)
            || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
    return reachable && !member.isSynthetic();
  }

  private static String line(Member member) {
    String owner = member.getDeclaringClass().getTypeName();
    if (member instanceof Field field) {
      return field.toGenericString().replace(owner + "." + field.getName(), field.getName());
    }
    String text = ((Executable) member).toGenericString();
    if (member instanceof Constructor) {
      return text.replace(owner + "(", "new(");
    }
    return text.replace(owner + "." + ((Method) member).getName() + "(", member.getName() + "(");
  }
}
