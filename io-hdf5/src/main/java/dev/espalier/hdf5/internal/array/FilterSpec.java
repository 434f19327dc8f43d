package dev.espalier.hdf5.internal.array;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * One filter that chunks went through.
 *
 * @param id its registered number
 * @param name the name that the file or the registry has for it
 * @param parameters what it was called with
 */
record FilterSpec(int id, String name, List<Integer> parameters) {
  static final int DEFLATE = 1;
  static final int SHUFFLE = 2;
  static final int FLETCHER32 = 3;
  static final int LZF = 32000;

  /** Names from the registry of filters, for those that files leave nameless. */
  private static final Map<Integer, String> REGISTERED =
      Map.ofEntries(
          Map.entry(DEFLATE, "deflate"),
          Map.entry(SHUFFLE, "shuffle"),
          Map.entry(FLETCHER32, "fletcher32"),
          Map.entry(4, "szip"),
          Map.entry(5, "nbit"),
          Map.entry(6, "scaleoffset"),
          Map.entry(305, "lzo"),
          Map.entry(307, "bzip2"),
          Map.entry(LZF, "lzf"),
          Map.entry(32001, "blosc"),
          Map.entry(32004, "lz4"),
          Map.entry(32008, "bitshuffle"),
          Map.entry(32013, "zfp"),
          Map.entry(32015, "zstd"),
          Map.entry(32026, "blosc2"));

  FilterSpec {
    parameters = List.copyOf(parameters);
  }

  /** The filters of a message, in the order in which chunks went through them. */
  static List<FilterSpec> parse(ByteBuffer message) {
    return new FilterPipelineMessage(message, new BitSet())
        .getFilters().stream().map(FilterSpec::of).toList();
  }

  private static FilterSpec of(FilterInfo info) {
    String name = REGISTERED.getOrDefault(info.getId(), info.getName());
    return new FilterSpec(info.getId(), name, Arrays.stream(info.getData()).boxed().toList());
  }

  /** The parameter at a position, or a value to take where there is none. */
  int parameter(int position, int otherwise) {
    return position < parameters.size() ? parameters.get(position) : otherwise;
  }

  /** The filter as a layout shows it. */
  CodecSpec toCodec() {
    JsonObject configuration =
        switch (id) {
          case FLETCHER32 -> JsonObject.empty();
          case DEFLATE -> JsonObject.builder().put("level", parameter(0, 0)).build();
          case SHUFFLE -> JsonObject.builder().put("elementsize", parameter(0, 0)).build();
          default ->
              JsonObject.builder()
                  .put("id", id)
                  .put(
                      "parameters",
                      JsonArray.ofLongs(
                          parameters.stream().mapToLong(Integer::toUnsignedLong).toArray()))
                  .build();
        };
    return new CodecSpec(name, configuration);
  }
}
