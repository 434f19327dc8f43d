package dev.espalier.model.match;

import dev.espalier.model.schema.array.DataTypes;
import java.util.stream.Collectors;

/** Words for sets of data types. */
final class TypeWords {
  private TypeWords() {}

  /** The types as what an array is of: {@code float32 or float64}, {@code signed integer}. */
  static String of(DataTypes types) {
    return types.names().stream()
        .map(name -> isMany(name) ? many(name) : name)
        .collect(Collectors.joining(" or "));
  }

  /** The types as what a data type is: {@code float32 or float64}, {@code a float type}. */
  static String some(DataTypes types) {
    return types.names().stream()
        .map(name -> isMany(name) ? article(many(name)) + many(name) + " type" : name)
        .collect(Collectors.joining(" or "));
  }

  private static boolean isMany(String name) {
    return !many(name).isEmpty();
  }

  private static String article(String words) {
    return words.matches("[aeiou].*") ? "an " : "a ";
  }

  private static String many(String name) {
    return switch (name) {
      case "signed" -> "signed integer";
      case "unsigned" -> "unsigned integer";
      case "integer" -> "integer";
      case "float" -> "float";
      case "real" -> "integer or float";
      case "complex" -> "complex";
      case "raw" -> "raw";
      default -> "";
    };
  }
}
