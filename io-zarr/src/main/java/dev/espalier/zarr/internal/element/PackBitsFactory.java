package dev.espalier.zarr.internal.element;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.zarr.codec.ArrayToBytesCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.element.PackBitsCodec.Padding;
import java.util.Arrays;

/**
 * The codec {@code packbits}: of each number some bits, one after the other, the least significant
 * one first.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/codecs/packbits">
 *     zarr-extensions, packbits codec</a>
 */
public final class PackBitsFactory implements CodecFactory.OfBytes {
  private static final String PADDING = "padding_encoding";
  private static final String FIRST = "first_bit";
  private static final String LAST = "last_bit";

  /** For the service loader. */
  public PackBitsFactory() {}

  @Override
  public CodecDeclaration declaration() {
    ValueSchema bit = Parameter.orNull(Parameter.integer(0, Long.SIZE - 1));
    String[] paddings = Arrays.stream(Padding.values()).map(Padding::word).toArray(String[]::new);
    return CodecDeclaration.of(
        "packbits",
        "Some bits of each number, one after the other, the least significant one first.",
        Field.optional(PADDING, Parameter.text(paddings))
            .orElse(JsonValue.of(Padding.NONE.word()))
            .describedAs("which byte tells how many bits were added to fill the last one"),
        Field.optional(FIRST, bit)
            .describedAs("the first bit that is kept, counted from the least significant one"),
        Field.optional(LAST, bit).describedAs("the last bit that is kept, by default the highest"));
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    PackedNumber number =
        PackedNumber.of(decoded.type())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "codec \"packbits\" takes numbers and truth values, not "
                            + decoded.type()));
    int bits = number.bits();
    int first = bit(configuration, FIRST, 0, 0, bits);
    int last = bit(configuration, LAST, bits - 1, first, bits);
    String word = configuration.text(PADDING);
    Padding padding =
        Arrays.stream(Padding.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow();
    return new PackBitsCodec(decoded, number, first, last - first + 1, padding);
  }

  private static int bit(
      CodecConfiguration configuration, String member, int usual, int low, int bits) {
    if (!configuration.has(member)) {
      return usual;
    }
    long number = configuration.integer(member);
    if (number < low || number >= bits) {
      throw configuration.wrong(member, "an integer from " + low + " to " + (bits - 1));
    }
    return (int) number;
  }
}
