package dev.espalier.model.type;

import dev.espalier.model.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/**
 * A data type outside the core specification, by name and parameters.
 *
 * <p>Only {@link #STRING} and {@link #BYTES} have elements that Espalier handles; another one can
 * be described, compared and carried along, and is refused by name where its elements are asked
 * for. Types outside the core specification whose elements have a fixed size are types of their
 * own, see {@link DataType#of}.
 *
 * @param id the registered name
 * @param configuration its parameters, empty where it has none
 */
public record ExtensionType(String id, JsonObject configuration) implements DataType {
  /** Unicode texts of any length. */
  public static final ExtensionType STRING = new ExtensionType("string", JsonObject.empty());

  /** Byte strings of any length. */
  public static final ExtensionType BYTES = new ExtensionType("bytes", JsonObject.empty());

  @Override
  public List<NumberRun> numbers() {
    return List.of();
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.empty();
  }

  @Override
  public String toString() {
    return configuration.isEmpty() ? id : id + configuration;
  }
}
