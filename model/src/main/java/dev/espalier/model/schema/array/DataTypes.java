package dev.espalier.model.schema.array;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import java.util.List;

/**
 * A set of data types: identifiers such as {@code float32}, and words for many of them: {@code
 * signed}, {@code unsigned}, {@code integer} (both), {@code float}, {@code real} (integers and
 * floats), {@code complex}, {@code raw}. Words stand for core types alone; others are named each.
 * An empty list stands for every type.
 *
 * @param names the identifiers and words
 * @param rule broken by an array of another type
 */
public record DataTypes(List<String> names, Rule rule) {
  /** Copies the names. */
  public DataTypes {
    names = List.copyOf(names);
  }

  /** Every data type. */
  public static DataTypes any() {
    return of();
  }

  /** The types of these names, under the core rule. */
  public static DataTypes of(String... names) {
    return new DataTypes(List.of(names), CoreRules.ARRAY_DATA_TYPE);
  }

  /** Whether an array may have that type. */
  public boolean contains(DataType type) {
    return names.isEmpty() || names.stream().anyMatch(name -> covers(name, type));
  }

  private static boolean covers(String name, DataType type) {
    return switch (name) {
      case "signed" -> isOf(type, CoreType.Kind.SIGNED);
      case "unsigned" -> isOf(type, CoreType.Kind.UNSIGNED);
      case "integer" -> isOf(type, CoreType.Kind.SIGNED) || isOf(type, CoreType.Kind.UNSIGNED);
      case "float" -> isOf(type, CoreType.Kind.FLOAT);
      case "real" -> covers("integer", type) || covers("float", type);
      case "complex" -> isOf(type, CoreType.Kind.COMPLEX);
      case "raw" -> type instanceof RawBits;
      default -> type.id().equals(name);
    };
  }

  /** Of core types alone: rules on elements compute with no others, and neither do most readers. */
  private static boolean isOf(DataType type, CoreType.Kind kind) {
    return type instanceof CoreType core && core.kind() == kind;
  }

  /** The names, as {@code float32 or float64}. */
  @Override
  public String toString() {
    return names.isEmpty() ? "any data type" : String.join(" or ", names);
  }
}
