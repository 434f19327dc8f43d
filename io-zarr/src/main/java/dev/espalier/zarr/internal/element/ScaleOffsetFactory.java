package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The codec {@code scale_offset}: an offset is subtracted, and the rest multiplied, in the
 * arithmetic of the chunk's own data type.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/scale_offset">
 *     zarr-extensions, scale_offset codec</a>
 */
public final class ScaleOffsetFactory implements CodecFactory.OfArrays {
  private static final String OFFSET = "offset";
  private static final String SCALE = "scale";

  /** For the service loader. */
  public ScaleOffsetFactory() {}

  @Override
  public CodecDeclaration declaration() {
    ValueSchema element = ValueSchema.any("a number in the form of fill values");
    return CodecDeclaration.of(
        "scale_offset",
        "The numbers, less an offset, multiplied by a scale.",
        Field.optional(OFFSET, element)
            .orElse(JsonValue.of(0))
            .describedAs("what is subtracted first"),
        Field.optional(SCALE, element)
            .orElse(JsonValue.of(1))
            .describedAs("what is multiplied by then"));
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    NumberType type = Elements.numbers(configuration, decoded.type());
    return ElementwiseCodec.bind(
        configuration,
        decoded,
        decoded.type(),
        type instanceof FloatType floats
            ? floats(configuration, floats)
            : integers(configuration, (IntegerType) type));
  }

  private static ElementCoding integers(CodecConfiguration configuration, IntegerType type) {
    long[] numbers = new long[2];
    type.read(scalar(configuration, OFFSET, type), 0, numbers, 1);
    long subtracted = numbers[0];
    type.read(scalar(configuration, SCALE, type), 0, numbers, 1);
    if (numbers[0] == 0) {
      throw configuration.wrong(SCALE, "a number that is not 0");
    }
    return new IntegerScale(type, subtracted, numbers[0]);
  }

  private static ElementCoding floats(CodecConfiguration configuration, FloatType type) {
    double[] numbers = new double[2];
    type.read(scalar(configuration, OFFSET, type), 0, numbers, 1);
    double subtracted = numbers[0];
    if (!Double.isFinite(subtracted)) {
      throw configuration.wrong(OFFSET, "a finite number");
    }
    type.read(scalar(configuration, SCALE, type), 0, numbers, 1);
    if (!Double.isFinite(numbers[0]) || numbers[0] == 0) {
      throw configuration.wrong(SCALE, "a finite number that is not 0");
    }
    return new FloatScale(type, subtracted, numbers[0]);
  }

  private static byte[] scalar(CodecConfiguration configuration, String member, NumberType type) {
    JsonValue value = configuration.member(member).orElseThrow();
    return Elements.scalar(configuration, member, type.type(), value);
  }
}
