package dev.espalier.model.code;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds names of the methods of one interface. */
final class MethodNames {
  private static final Set<String> TAKEN =
      Set.of(
          "build",
          "check",
          "clone",
          "copyof",
          "equals",
          "finalize",
          "from",
          "getclass",
          "hashcode",
          "notify",
          "notifyall",
          "tostring",
          "wait");

  private final Set<String> taken = new HashSet<>(TAKEN);

  /** A name for a method after the name of what it gives. */
  String of(String text, String otherwise) {
    String words = TypeNames.camel(text, false);
    boolean starts = !words.isEmpty() && Character.isLetter(words.charAt(0));
    String base = starts ? words : otherwise + words;
    if (base.matches("get[A-Z].*")) {
      base = otherwise + TypeNames.camel(base, true); // "get" would be taken for no part of a name
    }
    if (!JavaNames.isIdentifier(base)) {
      base = base + "Value";
    }
    String name = base;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + "_" + i;
    }
    return name;
  }
}
