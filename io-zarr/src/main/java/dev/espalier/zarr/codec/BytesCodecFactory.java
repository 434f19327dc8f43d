package dev.espalier.zarr.codec;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.type.CoreType;
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
  public String name() {
    return "bytes";
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    DataType type = decoded.type();
    if (type.isText()) {
      throw new IllegalArgumentException(
          "codec \"bytes\" takes elements of a fixed size, not texts; use \"vlen-utf8\"");
    }
    if (type.byteSize().isEmpty()) {
      throw new UnsupportedException("elements of data type " + type + " are not handled");
    }
    Optional<String> endian = configuration.word("endian", List.of("little", "big"));
    int number = type instanceof CoreType core ? core.componentSize() : 1;
    if (endian.isEmpty() && number > 1) {
      throw new IllegalArgumentException(
          "codec \"bytes\" lacks \"endian\", which data type "
              + type
              + " needs; expected one of [\"little\",\"big\"]");
    }
    boolean swapped = number > 1 && endian.get().equals("big");
    return new BytesCodec(BitsBlock.byteLength(type, decoded.shape()), swapped ? number : 1);
  }
}
