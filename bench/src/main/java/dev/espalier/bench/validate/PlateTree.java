package dev.espalier.bench.validate;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.List;

/** A plate of wells of images, each with a pyramid: some 20,000 nodes, no two objects shared. */
final class PlateTree {
  private static final int ROWS = 16;
  private static final int COLUMNS = 24;
  private static final int FIELDS = 13;
  private static final int LEVELS = 3;

  private PlateTree() {}

  static GroupSpec build() {
    GroupSpec.Builder plate = GroupSpec.builder().attributes(attributes("plate", plate()));
    for (int row = 0; row < ROWS; row++) {
      GroupSpec.Builder group = GroupSpec.builder();
      for (int column = 1; column <= COLUMNS; column++) {
        group.putMember(Integer.toString(column), well());
      }
      plate.putMember(rowName(row), group.build());
    }
    return plate.build();
  }

  private static String rowName(int row) {
    return String.valueOf((char) ('A' + row));
  }

  private static GroupSpec well() {
    List<JsonValue> images = new ArrayList<>();
    for (int field = 0; field < FIELDS; field++) {
      images.add(
          JsonObject.builder().put("path", Integer.toString(field)).put("acquisition", 1).build());
    }
    GroupSpec.Builder well =
        GroupSpec.builder()
            .attributes(attributes("well", JsonObject.of("images", new JsonArray(images))));
    for (int field = 0; field < FIELDS; field++) {
      well.putMember(Integer.toString(field), image(field));
    }
    return well.build();
  }

  private static GroupSpec image(int field) {
    List<JsonValue> datasets = new ArrayList<>();
    GroupSpec.Builder image = GroupSpec.builder();
    for (int level = 0; level < LEVELS; level++) {
      datasets.add(dataset(level));
      image.putMember(Integer.toString(level), level(level));
    }
    JsonObject multiscale =
        JsonObject.builder()
            .put("name", "field " + field)
            .put("axes", axes())
            .put("datasets", new JsonArray(datasets))
            .build();
    return image.attributes(attributes("multiscales", JsonArray.of(multiscale))).build();
  }

  private static JsonArray axes() {
    return JsonArray.of(
        JsonObject.builder().put("name", "c").put("type", "channel").build(),
        JsonObject.builder()
            .put("name", "y")
            .put("type", "space")
            .put("unit", "micrometer")
            .build(),
        JsonObject.builder()
            .put("name", "x")
            .put("type", "space")
            .put("unit", "micrometer")
            .build());
  }

  private static JsonObject dataset(int level) {
    JsonValue step = new JsonNumber(Double.toString(0.325 * (1 << level)));
    JsonObject scale =
        JsonObject.builder()
            .put("type", "scale")
            .put("scale", JsonArray.of(new JsonNumber("1.0"), step, step))
            .build();
    return JsonObject.builder()
        .put("path", Integer.toString(level))
        .put("coordinateTransformations", JsonArray.of(scale))
        .build();
  }

  private static ArraySpec level(int level) {
    long side = 2048 >> level;
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(3, side, side))
        .dimensions(List.of("c", "y", "x"))
        .layout(
            Layout.builder()
                .chunkShape(Shape.of(1, 512, 512))
                .codecs(List.of(CodecSpec.of("bytes"), CodecSpec.of("zstd")))
                .build())
        .build();
  }

  private static JsonObject plate() {
    List<JsonValue> rows = new ArrayList<>();
    List<JsonValue> columns = new ArrayList<>();
    List<JsonValue> wells = new ArrayList<>();
    for (int column = 1; column <= COLUMNS; column++) {
      columns.add(JsonObject.of("name", JsonValue.of(Integer.toString(column))));
    }
    for (int row = 0; row < ROWS; row++) {
      rows.add(JsonObject.of("name", JsonValue.of(rowName(row))));
      for (int column = 1; column <= COLUMNS; column++) {
        wells.add(
            JsonObject.builder()
                .put("path", rowName(row) + "/" + column)
                .put("rowIndex", row)
                .put("columnIndex", column - 1)
                .build());
      }
    }
    return JsonObject.builder()
        .put("rows", new JsonArray(rows))
        .put("columns", new JsonArray(columns))
        .put("wells", new JsonArray(wells))
        .build();
  }

  private static Attributes attributes(String name, JsonValue value) {
    return Attributes.of(
        JsonObject.of("ome", JsonObject.builder().put("version", "0.5").put(name, value).build()));
  }
}
