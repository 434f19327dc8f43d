package dev.espalier.zarr.internal.checksum;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;

/** The parameter of checksums that says where they stand. */
final class ChecksumLocation {
  private static final String NAME = "location";
  private static final String START = "start";
  private static final String END = "end";

  private ChecksumLocation() {}

  static Field usuallyFirst() {
    return field(START);
  }

  static Field usuallyLast() {
    return field(END);
  }

  static boolean isFirst(CodecConfiguration configuration) {
    return configuration.text(NAME).equals(START);
  }

  private static Field field(String usual) {
    return Field.optional(NAME, Parameter.orNull(Parameter.text(START, END)))
        .orElse(JsonValue.of(usual))
        .describedAs("whether the checksum stands before or after the bytes");
  }
}
