package dev.espalier.model.code;

import java.util.List;
import java.util.Set;

/** The names that Java allows. */
final class JavaNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while _ true false null")
              .split(" "));

  /** What no type may be called, though it is no keyword. */
  private static final Set<String> RESERVED_FOR_TYPES =
      Set.of("var", "yield", "record", "sealed", "permits");

  private JavaNames() {}

  static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && !RESERVED.contains(name)
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  static void check(String packageName, String className) {
    if (!isIdentifier(className) || RESERVED_FOR_TYPES.contains(className)) {
      throw new IllegalArgumentException("\"" + className + "\" is no name of a Java class");
    }
    if (!packageName.isEmpty()
        && !List.of(packageName.split("\\.", -1)).stream().allMatch(JavaNames::isIdentifier)) {
      throw new IllegalArgumentException("\"" + packageName + "\" is no name of a Java package");
    }
  }
}
