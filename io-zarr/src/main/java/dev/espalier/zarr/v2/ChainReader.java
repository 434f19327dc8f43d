package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.zarr.internal.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says in the words of Zarr v3 what order, filters and compressor do to a chunk.
 *
 * <p>Filters see the chunk in its order, so a transposition comes before them. As long as filters
 * take elements they stand before the codec that makes bytes of these; the first that takes bytes
 * stands behind it.
 */
final class ChainReader {
  private final List<CodecSpec> chain = new ArrayList<>();
  private Dtype reached;
  private boolean bytes;
  private String lastOnBytes = "";

  private ChainReader(Dtype dtype) {
    this.reached = dtype;
  }

  /** The codecs of one chunk. */
  static List<CodecSpec> read(Dtype dtype, int rank, Field document) {
    ChainReader reader = new ChainReader(dtype);
    reader.order(document.required("order"), rank);
    for (Field filter : filters(document)) {
      reader.add(filter);
    }
    compressor(document).ifPresent(reader::add);
    reader.toBytes();
    return List.copyOf(reader.chain);
  }

  /** The filters; {@code null} and an empty list stand for none, and so does nothing at all. */
  static List<Field> filters(Field document) {
    return unlessNull(document, "filters").map(Field::elements).orElse(List.of());
  }

  /** The compressor, if there is one. */
  static Optional<Field> compressor(Field document) {
    return unlessNull(document, "compressor");
  }

  /** A member that other implementations leave out where it would be {@code null}. */
  private static Optional<Field> unlessNull(Field document, String member) {
    return document.optional(member).filter(field -> field.value() != JsonNull.NULL);
  }

  private void order(Field order, int rank) {
    switch (order.text()) {
      case "C" -> {} // the order of all arrays in Zarr v3
      case "F" -> {
        if (rank > 1) {
          long[] reversed = IntStream.range(0, rank).mapToLong(d -> rank - 1L - d).toArray();
          chain.add(
              new CodecSpec("transpose", JsonObject.of("order", JsonArray.ofLongs(reversed))));
        }
      }
      default -> throw order.wrong("\"C\" or \"F\"");
    }
  }

  private void add(Field codec) {
    String id = codec.required("id").text();
    if (ObjectCodecs.isObjectCodec(id)) {
      addObjectCodec(codec, id);
    } else if (NumcodecsForm.takesElements(id)) {
      addOnElements(codec, id);
    } else {
      toBytes();
      lastOnBytes = id;
      chain.add(NumcodecsForm.read(codec, id, reached.itemSize()));
      reached = ObjectCodecs.BYTES;
    }
  }

  private void addObjectCodec(Field codec, String id) {
    if (bytes) {
      throw codec.invalid(
          "codec \"" + id + "\" takes objects, and \"" + lastOnBytes + "\" before it gives bytes");
    }
    chain.add(ObjectCodecs.codec(id));
    bytes = true;
    lastOnBytes = id;
    reached = ObjectCodecs.BYTES;
  }

  private void addOnElements(Field codec, String id) {
    if (bytes) {
      throw codec.unsupported(
          "filter \""
              + id
              + "\" takes elements; behind \""
              + lastOnBytes
              + "\", which gives bytes, it is not supported");
    }
    chain.add(NumcodecsForm.onElements(codec, id));
    reached = NumcodecsForm.encoded(codec, id, reached);
  }

  private void toBytes() {
    if (!bytes) {
      chain.add(reached.toBytes());
      bytes = true;
      lastOnBytes = "bytes";
    }
  }
}
