package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public names of classes: a line a type, then an indented line for each visible member. */
final class PublicApi {
  private static final String QUALIFIER = "\\b([a-z][a-z0-9_]*\\.)+(?=[A-Z])";
  private static final Set<Class<?>> IMPLIED_PARENTS =
      Set.of(Object.class, Record.class, Enum.class);
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private PublicApi() {}

  static List<String> of(Stream<JavaClass> classes) {
    return classes
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(JavaClass::reflect)
        .filter(PublicApi::isPublicAllTheWayUp)
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
        type = line.substring(0, line.indexOf(':'));
        result.add(line);
      }
    }
    return result;
  }

  private static boolean isPublicAllTheWayUp(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublicAllTheWayUp(outer));
  }

  private static Stream<String> lines(Class<?> type) {
    Stream<String> members =
        Stream.<Class<?>>iterate(type, c -> c == type || isHiddenParent(c), Class::getSuperclass)
            .flatMap(PublicApi::members)
            .filter(member -> isVisible(type, member))
            .sorted(Comparator.comparing(Member::getName).thenComparing(PublicApi::line))
            .map(PublicApi::line)
            .distinct();
    return Stream.concat(Stream.of(header(type)), members.map(line -> "  " + line));
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.<Member[]>of(
            type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
        .flatMap(Arrays::stream);
  }

  /** What a generated builder can do stands in a parent that nobody else sees. */
  private static boolean isHiddenParent(@Nullable Class<?> type) {
    return type != null && type != Object.class && !isPublicAllTheWayUp(type);
  }

  private static String header(Class<?> type) {
    StringBuilder line = new StringBuilder(kind(type));
    Class<?> parent = type.getSuperclass();
    if (parent != null && !IMPLIED_PARENTS.contains(parent) && isPublicAllTheWayUp(parent)) {
      line.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    List<String> interfaces =
        Arrays.stream(type.getGenericInterfaces()).map(i -> i.getTypeName()).sorted().toList();
    if (!interfaces.isEmpty()) {
      line.append(" implements ").append(String.join(", ", interfaces));
    }
    return type.getName() + ": " + line.toString().replaceAll(QUALIFIER, "");
  }

  private static String kind(Class<?> type) {
    String sealed = type.isSealed() ? "sealed " : "";
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return sealed + "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    if (type.isRecord()) {
      return "record";
    }
    return sealed
        + Modifier.toString(type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL))
        + " class";
  }

  /** A protected member of a final type reaches nobody. */
  private static boolean isVisible(Class<?> type, Member member) {
    int modifiers = member.getModifiers();
    boolean reachable =
        Modifier.isPublic(modifiers)
            || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
    boolean ownConstructor = !(member instanceof Constructor) || member.getDeclaringClass() == type;
    return reachable
        && ownConstructor
        && !member.isSynthetic()
        && !OF_EVERY_OBJECT.contains(member.getName());
  }

  private static String line(Member member) {
    String owner = member.getDeclaringClass().getTypeName() + ".";
    String text =
        member instanceof Field field
            ? field.toGenericString()
            : ((Executable) member).toGenericString();
    String named =
        member instanceof Constructor
            ? text.replace(member.getName() + "(", "new(")
            : text.replace(owner + member.getName(), member.getName());
    return named.replaceFirst("^public ", "").replaceAll(QUALIFIER, "");
  }
}
