package dev.espalier.model.type;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Texts or byte strings that all take the same number of bytes.
 *
 * @param form what the bytes mean
 * @param length bytes of one element
 */
public record FixedLengthType(Form form, int length) implements DataType {
  private static final int CODE_POINT = 4;
  private static final String LENGTH = "length_bytes";

  /** What the bytes of an element mean. */
  public enum Form {
    /**
     * Code points of four bytes each, filled up with zeros.
     *
     * @see <a
     *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/data-types/fixed_length_utf32">
     *     zarr-extensions, fixed_length_utf32</a>
     */
    UTF32("fixed_length_utf32", CODE_POINT),
    /** Bytes up to the zeros at the end; not registered, written by zarr-python. */
    NULL_TERMINATED("null_terminated_bytes", 1),
    /** Bytes, all of which count; not registered, written by zarr-python. */
    RAW("raw_bytes", 1);

    private final String id;
    private final int unit;

    Form(String id, int unit) {
      this.id = id;
      this.unit = unit;
    }

    /** The identifier in metadata documents. */
    public String id() {
      return id;
    }
  }

  /** Checks the length. */
  public FixedLengthType {
    if (length < form.unit || length % form.unit != 0) {
      throw new IllegalArgumentException(
          form.id() + " of " + length + " bytes; expected a positive multiple of " + form.unit);
    }
  }

  static Optional<FixedLengthType> read(String id, JsonObject configuration) {
    return Arrays.stream(Form.values())
        .filter(form -> form.id().equals(id))
        .findFirst()
        .map(
            form -> {
              TypeParameters.allowOnly(id, configuration, Set.of(LENGTH));
              return new FixedLengthType(
                  form, TypeParameters.length(id, configuration, LENGTH, form.unit));
            });
  }

  @Override
  public String id() {
    return form.id();
  }

  @Override
  public JsonObject configuration() {
    return JsonObject.of(LENGTH, JsonValue.of(length));
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(length);
  }

  @Override
  public List<NumberRun> numbers() {
    return List.of(new NumberRun(length / form.unit, form.unit));
  }

  @Override
  public String toString() {
    return id() + "[" + length + " bytes]";
  }
}
