package dev.espalier.bench.codec;

import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.json.JsonObject;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecRegistry;
import java.nio.ByteBuffer;

/**
 * Prints how many bytes a chunk takes, decoded and encoded, for each kind of elements and chain.
 */
public final class CodecSizes {
  private CodecSizes() {}

  /** Prints them, a line of JSON for each. */
  public static void main(String[] arguments) {
    CodecRegistry registry = CodecRegistry.load();
    for (Elements elements : Elements.values()) {
      BitsBlock chunk = elements.chunk();
      for (Chain chain : Chain.values()) {
        try (ChunkCoder coder = chain.bind(elements, registry).newCoder()) {
          System.out.println(
              JsonWriter.compact(
                  JsonObject.builder()
                      .put("elements", elements.name())
                      .put("chain", chain.name())
                      .put("decoded", chunk.length())
                      .put("encoded", coder.encode(chunk).orElseThrow().remaining())
                      .build()));
        }
      }
    }
  }

  static ByteBuffer copyOf(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return ByteBuffer.wrap(copy);
  }
}
