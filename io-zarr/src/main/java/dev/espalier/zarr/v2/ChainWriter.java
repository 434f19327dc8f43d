package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.zarr.v2.Dtype.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says as order, filters and compressor of Zarr v2 what a chain of codecs does to a chunk. */
final class ChainWriter {
  private final int rank;
  private final List<JsonValue> filters = new ArrayList<>();
  private JsonValue compressor = JsonNull.NULL;
  private boolean transposed;
  private boolean bytes;
  private Optional<ByteOrder> ofFirstFilter = Optional.empty();
  private Optional<ByteOrder> ofBytes = Optional.empty();
  private boolean changed;

  private ChainWriter(int rank) {
    this.rank = rank;
  }

  static ChainWriter write(int rank, List<CodecSpec> codecs) {
    ChainWriter writer = new ChainWriter(rank);
    for (CodecSpec codec : codecs) {
      writer.add(codec);
    }
    if (!writer.bytes) {
      throw new IllegalArgumentException("no codec of the chain makes bytes of elements");
    }
    writer.chooseCompressor();
    return writer;
  }

  boolean isTransposed() {
    return transposed;
  }

  List<JsonValue> filters() {
    return filters;
  }

  JsonValue compressor() {
    return compressor;
  }

  /** How the bytes of the elements are ordered; filters may store other ones. */
  ByteOrder order() {
    return ofFirstFilter.or(() -> ofBytes).orElse(ByteOrder.LITTLE);
  }

  private void add(CodecSpec codec) {
    switch (codec.name()) {
      case "transpose" -> transpose(codec);
      case "bytes" -> toBytes(codec);
      case "vlen-utf8", "vlen-bytes" -> {
        requireFirst(codec);
        bytes = true;
        filters.add(JsonObject.of("id", JsonValue.of(codec.name())));
      }
      default -> {
        if (bytes) {
          filters.add(NumcodecsWriter.onBytes(codec));
        } else {
          onElements(codec);
        }
      }
    }
  }

  private void transpose(CodecSpec codec) {
    requireFirst(codec);
    long[] identity = new long[rank];
    long[] reverse = new long[rank];
    for (int d = 0; d < rank; d++) {
      identity[d] = d;
      reverse[d] = rank - 1L - d;
    }
    Optional<JsonValue> order = codec.configuration().get("order");
    if (order.equals(Optional.of(JsonArray.ofLongs(identity)))) {
      return;
    }
    if (transposed || !order.equals(Optional.of(JsonArray.ofLongs(reverse)))) {
      throw new IllegalArgumentException(
          "Zarr v2 stores chunks in order C or F; codec " + codec + " makes another one");
    }
    transposed = true;
  }

  private void requireFirst(CodecSpec codec) {
    if (bytes || changed || !filters.isEmpty()) {
      throw new IllegalArgumentException(
          "in Zarr v2, \"" + codec.name() + "\" can only come before all other codecs");
    }
  }

  private void onElements(CodecSpec codec) {
    JsonObject filter = NumcodecsWriter.onElements(codec);
    if (!changed) {
      ofFirstFilter = order(filter, "dtype").or(() -> order(filter, "decode_dtype"));
    }
    changed = true;
    filters.add(filter);
  }

  private void toBytes(CodecSpec codec) {
    if (bytes) {
      throw new IllegalArgumentException("codec \"bytes\" takes elements, and finds bytes");
    }
    bytes = true;
    JsonValue endian = codec.configuration().get("endian").orElse(JsonNull.NULL);
    for (ByteOrder order : ByteOrder.values()) {
      if (endian.equals(JsonValue.of(order.word()))) {
        ofBytes = Optional.of(order);
      }
    }
  }

  /** What compresses comes last if it can: most readers know compressors, few know filters. */
  private void chooseCompressor() {
    int last = filters.size() - 1;
    if (last < 0) {
      return;
    }
    boolean compressed =
        filters.stream().anyMatch(filter -> NumcodecsWriter.isCompressor((JsonObject) filter));
    if (compressed) {
      compressor = filters.remove(last);
    }
  }

  private static Optional<ByteOrder> order(JsonObject filter, String member) {
    String text = filter.get(member).orElse(JsonNull.NULL) instanceof JsonString s ? s.value() : "";
    return Arrays.stream(ByteOrder.values()).filter(o -> text.startsWith(o.sign())).findFirst();
  }
}
