package dev.espalier.zarr.v2;

import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.zarr.internal.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codecs that alone say what the elements of data type {@code |O} are. */
final class ObjectCodecs {
  /** What follows a codec that makes bytes of everything. */
  static final Dtype BYTES = new Dtype(CoreType.UINT8, Optional.empty());

  private static final Map<String, DataType> SUPPORTED =
      Map.of(
          "vlen-utf8", ExtensionType.STRING,
          "json2", ExtensionType.STRING,
          "vlen-bytes", ExtensionType.BYTES);

  private static final Set<String> OTHERS =
      Set.of("vlen-array", "msgpack2", "pickle", "categorize");

  private ObjectCodecs() {}

  static boolean isObjectCodec(String id) {
    return SUPPORTED.containsKey(id) || OTHERS.contains(id);
  }

  /** The codec of Zarr v3 that is the same; of {@code json2} there is none. */
  static CodecSpec codec(String id) {
    return CodecSpec.of(id.equals("json2") ? Zarr2Document.FORMAT + "." + id : id);
  }

  /** What the elements are whose data type says that they are objects. */
  static Dtype typeOf(Field document) {
    List<Field> codecs = new ArrayList<>(ChainReader.filters(document));
    ChainReader.compressor(document).ifPresent(codecs::add);
    for (Field codec : codecs) {
      String id = codec.required("id").text();
      if (SUPPORTED.containsKey(id)) {
        return new Dtype(SUPPORTED.get(id), Optional.empty());
      }
      if (id.equals("pickle")) {
        throw codec.unsupported(
            "objects that codec \"pickle\" encodes are never read, since decoding them runs code;"
                + " supported are texts by \"vlen-utf8\" and bytes by \"vlen-bytes\"");
      }
      if (OTHERS.contains(id)) {
        throw codec.unsupported(
            "objects that codec \""
                + id
                + "\" encodes are not supported; supported are texts by \"vlen-utf8\" and bytes by"
                + " \"vlen-bytes\"");
      }
    }
    throw document
        .required("dtype")
        .wrong(
            "another data type, or a filter that encodes objects, as \"vlen-utf8\"",
            "nothing says what the objects are");
  }

  /** Refuses what the elements of another type cannot be encoded by. */
  static void refuseFor(Dtype dtype, Field document) {
    List<Field> codecs = new ArrayList<>(ChainReader.filters(document));
    ChainReader.compressor(document).ifPresent(codecs::add);
    for (Field codec : codecs) {
      String id = codec.required("id").text();
      if (isObjectCodec(id)) {
        throw codec.unsupported(
            "codec \"" + id + "\" for elements of data type " + dtype.type() + " is not supported");
      }
    }
  }
}
