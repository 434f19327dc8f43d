package dev.espalier.model.code;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Finds names of nested types, each of which there is once, whatever becomes of them. */
final class TypeNames {
  /** Simple names that the source, or what is generated for it, uses for something else. */
  private static final Set<String> TAKEN =
      Set.of(
          "arraylist",
          "arraynode",
          "arrayof",
          "arrays",
          "attribute",
          "attributes",
          "bigdecimal",
          "boolean",
          "check",
          "class",
          "collection",
          "collections",
          "convention",
          "defaults",
          "deprecated",
          "discriminator",
          "double",
          "elements",
          "enum",
          "fields",
          "float",
          "generated",
          "group",
          "illegalargumentexception",
          "illegalstateexception",
          "integer",
          "iterable",
          "jsonvalue",
          "linkedhashmap",
          "list",
          "long",
          "map",
          "math",
          "members",
          "named",
          "ndarray",
          "nodeinput",
          "nodeoutput",
          "nullpointerexception",
          "number",
          "object",
          "objects",
          "optional",
          "override",
          "part",
          "recommended",
          "record",
          "rule",
          "safevarargs",
          "schema",
          "string",
          "stringbuilder",
          "suppresswarnings",
          "unsupportedoperationexception",
          "value",
          "void");

  private final Set<String> taken = new HashSet<>(TAKEN);

  TypeNames(String root) {
    taken.add(root.toLowerCase(Locale.ROOT));
  }

  /** A name for a type after the name of what it is. */
  String of(String text) {
    String words = camel(text, true);
    String wanted =
        words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "Part" + words : words;
    boolean generated = wanted.matches(".*(Builder|Form|Convention|Immutable.*)");
    String base = generated ? wanted + "Node" : wanted;
    String name = base;
    // Files of generated types may lie in file systems that do not tell case apart.
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + i;
    }
    return name;
  }

  /** The words of a text, ASCII letters and digits only, each but maybe the first capitalised. */
  static String camel(String text, boolean capital) {
    StringBuilder out = new StringBuilder();
    boolean up = capital;
    for (int i = 0; i < text.length() && out.length() < 60; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || (c >= '0' && c <= '9')) {
        out.append(up ? Character.toUpperCase(c) : out.isEmpty() ? Character.toLowerCase(c) : c);
        up = false;
      } else {
        up = !out.isEmpty() || capital;
      }
    }
    return out.toString();
  }
}
