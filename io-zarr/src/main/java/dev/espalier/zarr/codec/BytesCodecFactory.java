package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Optional;

/**
 * The codec {@code bytes}: the elements in C order, least or most significant byte first.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/bytes/index.html">Zarr v3,
 *     bytes codec</a>
 */
final class BytesCodecFactory implements CodecFactory.OfBytes {
  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
            "bytes",
            "The elements in C order, one after the other.",
            Field.optional("endian", Parameter.text("little", "big"))
                .describedAs(
                    "which byte of a number comes first; needed where numbers have more than one"))
        // What drafts of Zarr v3 called it.
        .alsoCalled("endian");
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    DataType type = decoded.type();
    if (type.isText() || type.isBinary()) {
      throw new IllegalArgumentException(
          "codec \"bytes\" takes elements of a fixed size, not "
              + (type.isText() ? "texts; use \"vlen-utf8\"" : "byte strings; use \"vlen-bytes\""));
    }
    if (type.byteSize().isEmpty()) {
      throw new UnsupportedException("elements of data type " + type + " are not handled");
    }
    Optional<JsonValue> endian = configuration.member("endian");
    if (endian.isEmpty() && type.hasByteOrder()) {
      throw new IllegalArgumentException(
          "codec \"bytes\" lacks \"endian\", which data type "
              + type
              + " needs; expected one of \"little\", \"big\"");
    }
    boolean swapped = type.hasByteOrder() && endian.filter(JsonValue.of("big")::equals).isPresent();
    return new BytesCodec(
        BitsBlock.byteLength(type, decoded.shape()), swapped ? type.numbers() : List.of());
  }
}
