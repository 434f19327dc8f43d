package dev.espalier.bench.array;

import dev.espalier.bench.turn.Fields;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One array of uint16 as it is to be stored.
 *
 * @param shape its extents
 * @param chunk the extents of a chunk, or of an inner chunk where there are shards; they divide
 *     those of the shard, or of the array
 * @param shard the extents of a shard, which divide those of the array
 * @param codecs the codecs of a chunk
 * @param document the {@code zarr.json} that says all this
 */
public record ArrayCase(
    Shape shape, Shape chunk, Optional<Shape> shard, List<CodecSpec> codecs, String document) {
  /** What an element takes. */
  public static final int ELEMENT_BYTES = 2;

  /** Reads it from a task. */
  public static ArrayCase of(Fields fields) {
    return new ArrayCase(
        Shape.of(fields.longs("shape")),
        Shape.of(fields.longs("chunk")),
        fields.optionalLongs("shard").map(Shape::of),
        fields.list("codecs").stream().map(ArrayCase::codec).toList(),
        JsonWriter.pretty(fields.fields("document").object()));
  }

  /** How many bytes all elements take. */
  public int byteCount() {
    return bytes(shape);
  }

  /** How many bytes the elements of a chunk take. */
  public int chunkBytes() {
    return bytes(chunk);
  }

  private static int bytes(Shape extents) {
    return Math.toIntExact(ELEMENT_BYTES * extents.elementCount());
  }

  private static CodecSpec codec(Fields fields) {
    return new CodecSpec(
        fields.text("name"),
        fields.has("configuration") ? fields.fields("configuration").object() : JsonObject.empty());
  }
}
