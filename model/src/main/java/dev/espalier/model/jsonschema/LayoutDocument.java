package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.schema.array.LayoutSchema;
import java.util.ArrayList;
import java.util.List;

/** Says in JSON Schema what is demanded of the layout of an array. */
final class LayoutDocument {
  private static final JsonObject SHARDING =
      Keywords.requiredMember("name", JsonObject.of("const", JsonValue.of("sharding_indexed")));
  private static final JsonObject IS_SHARDED =
      Keywords.requiredMember("codecs", JsonObject.of("contains", SHARDING));
  private static final JsonObject IS_REGULAR = isNamed("regular");
  private static final JsonObject IS_RECTILINEAR = isNamed(RectilinearGrid.NAME);

  private LayoutDocument() {}

  private static JsonObject isNamed(String grid) {
    return Keywords.requiredMember("name", JsonObject.of("const", JsonValue.of(grid)));
  }

  static void add(
      Omissions omissions, LayoutSchema layout, DocumentForm form, String where, Keywords out) {
    boolean flat = form == DocumentForm.FLAT;
    layout
        .chunks()
        .filter(wish -> wish.hard() && omissions.expresses(wish.rule(), where))
        .ifPresent(
            wish -> {
              JsonObject tiles = tiles(omissions, wish, where);
              JsonObject varied =
                  Keywords.member("chunk_grid", Keywords.when(IS_RECTILINEAR, edges(wish)));
              out.also(flat ? Keywords.member("chunks", tiles) : chunks(tiles)).also(varied);
            });
    layout
        .shards()
        .filter(wish -> wish.hard() && omissions.expresses(wish.rule(), where))
        .map(wish -> tiles(omissions, wish, where))
        .ifPresent(
            tiles ->
                out.also(
                    flat
                        ? Keywords.member("shards", tiles)
                        : Keywords.when(IS_SHARDED, grid(tiles))));
    layout
        .codecs()
        .filter(LayoutSchema.Codecs::hard)
        .ifPresent(
            wish ->
                omissions.add(wish.rule(), where, "it is about the order of codecs among others"));
  }

  private static JsonObject tiles(Omissions omissions, LayoutSchema.Tiles wish, String where) {
    List<JsonValue> extents = new ArrayList<>();
    for (String extent : wish.extents()) {
      if (extent.equals("full")) {
        omissions.add(wish.rule(), where, "it compares with the shape of the array");
      }
      extents.add(
          Character.isDigit(extent.charAt(0))
              ? JsonObject.of("const", JsonValue.of(Long.parseLong(extent)))
              : JsonObject.empty());
    }
    JsonObject.Builder out =
        JsonObject.builder().put("minItems", extents.size()).put("maxItems", extents.size());
    return extents.isEmpty() ? out.build() : out.put("prefixItems", new JsonArray(extents)).build();
  }

  /** Of a grid that cuts each dimension for itself, every edge length has to be what is wanted. */
  private static JsonObject edges(LayoutSchema.Tiles wish) {
    List<JsonValue> dimensions = new ArrayList<>();
    for (String extent : wish.extents()) {
      if (!Character.isDigit(extent.charAt(0))) {
        dimensions.add(JsonObject.empty());
        continue;
      }
      JsonObject length = JsonObject.of("const", JsonValue.of(Long.parseLong(extent)));
      JsonObject run = JsonObject.builder().put("prefixItems", JsonArray.of(length)).build();
      JsonObject each = Keywords.of("anyOf", List.of(length, typed("array", run)));
      JsonObject list = typed("array", JsonObject.of("items", each));
      dimensions.add(Keywords.of("anyOf", List.of(length, list)));
    }
    JsonObject.Builder out = JsonObject.builder();
    out.put("minItems", dimensions.size()).put("maxItems", dimensions.size());
    if (!dimensions.isEmpty()) {
      out.put("prefixItems", new JsonArray(dimensions));
    }
    return Keywords.member("configuration", Keywords.member("chunk_shapes", out.build()));
  }

  private static JsonObject typed(String type, JsonObject schema) {
    return JsonObject.builder().put("type", type).putAll(schema).build();
  }

  /** Where there are shards, the chunks in them are told by the sharding codec. */
  private static JsonObject chunks(JsonObject tiles) {
    JsonObject inner =
        Keywords.member(
            "codecs", JsonObject.of("items", Keywords.when(SHARDING, chunkShape(tiles))));
    return JsonObject.builder()
        .put("if", IS_SHARDED)
        .put("then", inner)
        .put("else", grid(tiles))
        .build();
  }

  private static JsonObject grid(JsonObject tiles) {
    return Keywords.member("chunk_grid", Keywords.when(IS_REGULAR, chunkShape(tiles)));
  }

  private static JsonObject chunkShape(JsonObject tiles) {
    return Keywords.member("configuration", Keywords.member("chunk_shape", tiles));
  }
}
