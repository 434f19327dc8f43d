package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.field.DocumentException;
import dev.espalier.zarr.internal.field.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes documents; what Zarr v2 cannot say is an {@link IllegalArgumentException}. */
final class Zarr2Writer {
  private Zarr2Writer() {}

  static Map<String, JsonObject> documents(NodeSpec node) {
    return node.match(
        Zarr2Writer::ofGroup,
        Zarr2Writer::ofArray,
        unreadable -> {
          throw new IllegalArgumentException(
              "an unreadable node has no document to write: " + unreadable.message());
        });
  }

  private static Map<String, JsonObject> ofGroup(GroupSpec group) {
    JsonObject format = JsonObject.of("zarr_format", JsonValue.of(2));
    JsonObject document = Original.in(group.extras()).orElse(format);
    return documents(group.attributes().toJson(), Zarr2Document.GROUP, document);
  }

  private static Map<String, JsonObject> ofArray(ArraySpec array) {
    Optional<JsonObject> original = Original.in(array.extras());
    JsonObject document =
        Original.still(array)
            .orElseGet(
                () -> {
                  JsonObject anew = array(array);
                  return original.map(o -> Original.updated(o, anew, array)).orElse(anew);
                });
    return documents(attributes(array), Zarr2Document.ARRAY, document);
  }

  private static Map<String, JsonObject> documents(
      JsonObject attributes, String name, JsonObject document) {
    Map<String, JsonObject> documents = new LinkedHashMap<>();
    if (!attributes.isEmpty()) {
      documents.put(Zarr2Document.ATTRIBUTES, attributes);
    }
    documents.put(name, document);
    return documents;
  }

  /** The document of an array, with its members in the order in which zarr-python writes them. */
  static JsonObject array(ArraySpec array) {
    try {
      return written(array);
    } catch (DocumentException e) {
      throw new IllegalArgumentException(e.node().message(), e);
    }
  }

  private static JsonObject written(ArraySpec array) {
    Layout layout = array.layout();
    ChainWriter chain = ChainWriter.write(array.shape().rank(), codecs(layout));
    Dtype dtype = new Dtype(array.dataType(), Optional.of(chain.order()));
    JsonArray filters = new JsonArray(chain.filters());
    JsonObject document =
        JsonObject.builder()
            .put("chunks", JsonArray.ofLongs(chunkShape(layout).toArray()))
            .put("compressor", chain.compressor())
            .put("dimension_separator", separator(layout))
            .put("dtype", DtypeWriter.write(array.dataType(), chain.order()))
            .put("fill_value", FillWriter.write(dtype, array.fillValue()))
            .put("filters", filters.size() == 0 ? JsonNull.NULL : filters)
            .put("order", chain.isTransposed() ? "F" : "C")
            .put("shape", JsonArray.ofLongs(array.shape().toArray()))
            .put("zarr_format", 2)
            .build();
    requireSameBytes(array, document);
    return document;
  }

  /** Filters name byte orders of their own, which may contradict the codec that makes bytes. */
  private static void requireSameBytes(ArraySpec array, JsonObject document) {
    Field root = Field.root(document);
    Field type = root.required("dtype");
    Dtype dtype = DtypeReader.isObject(type) ? ObjectCodecs.typeOf(root) : DtypeReader.read(type);
    List<CodecSpec> said = ChainReader.read(dtype, array.shape().rank(), root);
    Optional<JsonValue> order = endian(said);
    if (order.isPresent() && !order.equals(endian(codecs(array.layout())))) {
      throw new IllegalArgumentException(
          "the filters store numbers in another byte order than codec \"bytes\"");
    }
  }

  private static Optional<JsonValue> endian(List<CodecSpec> codecs) {
    return codecs.stream()
        .filter(codec -> codec.name().equals("bytes"))
        .findFirst()
        .flatMap(codec -> codec.configuration().get("endian"));
  }

  private static List<CodecSpec> codecs(Layout layout) {
    layout
        .foreignTo()
        .ifPresent(
            backend -> {
              throw new IllegalArgumentException("the layout is in the words of " + backend);
            });
    return layout
        .codecs()
        .orElseThrow(() -> new IllegalArgumentException("the layout leaves open the codecs"));
  }

  private static Shape chunkShape(Layout layout) {
    if (layout.shardShape().isPresent()) {
      throw new IllegalArgumentException("Zarr v2 has no shards");
    }
    return layout
        .chunkShape()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    layout
                        .chunkGrid()
                        .map(grid -> "Zarr v2 has no chunk grid \"" + grid.name() + "\"")
                        .orElse("the layout leaves open the chunk grid")));
  }

  private static String separator(Layout layout) {
    ChunkKeyEncoding keys =
        layout
            .chunkKeyEncoding()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("the layout leaves open the chunk key encoding"));
    if (keys.form() != ChunkKeyEncoding.Form.V2) {
      throw new IllegalArgumentException(
          "Zarr v2 has no chunk key encoding \"" + keys.form().id() + "\"; it has \"v2\" only");
    }
    return String.valueOf(keys.separator().symbol());
  }

  private static JsonObject attributes(ArraySpec array) {
    JsonObject attributes = array.attributes().toJson();
    if (array.dimensionNames().isEmpty()) {
      return attributes;
    }
    if (attributes.has(Zarr2Document.DIMENSIONS)) {
      throw new IllegalArgumentException(
          "the array has dimension names, and an attribute "
              + Zarr2Document.DIMENSIONS
              + ", which is their place in Zarr v2");
    }
    List<String> names =
        array.dimensionNames().get().stream()
            .map(
                name ->
                    name.orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "in Zarr v2 either all dimensions have a name or none has")))
            .toList();
    return attributes.with(Zarr2Document.DIMENSIONS, JsonArray.ofStrings(names));
  }
}
