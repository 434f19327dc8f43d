package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A valid plate of two wells with two images each, one of which has labels, and copies of it that
 * differ in one thing.
 *
 * @param flat its nodes by path
 */
record PlateFixture(Map<NodePath, NodeSpec> flat) {
  static final String IMAGE = "/A/1/0";
  static final String LABELS = IMAGE + "/labels";
  static final String CELLS = LABELS + "/cells";

  static PlateFixture valid() {
    PlateFixture fixture =
        new PlateFixture(Map.of())
            .with("/", ImageFixture.group(PLATE))
            .with("/A", GroupSpec.empty())
            .with("/A/1", ImageFixture.group(WELL))
            .with("/B", GroupSpec.empty())
            .with("/B/2", ImageFixture.group(WELL))
            .with(LABELS, ImageFixture.group(LISTED));
    for (String image : List.of(IMAGE, "/A/1/1", "/B/2/0", "/B/2/1")) {
      fixture = fixture.image(image, ImageFixture.plane());
    }
    return fixture.image(CELLS, ImageFixture.plane()).set(CELLS, "/ome/image-label", IMAGE_LABEL);
  }

  /** The labels alone: no plate, well or image above them says what they are. */
  static PlateFixture labelsAlone() {
    return valid()
        .with("/", GroupSpec.empty())
        .with("/A/1", GroupSpec.empty())
        .with(IMAGE, GroupSpec.empty());
  }

  NodeSpec hierarchy() {
    return NodeSpec.fromFlat(flat);
  }

  PlateFixture with(String path, NodeSpec node) {
    Map<NodePath, NodeSpec> more = new LinkedHashMap<>(flat);
    more.put(NodePath.parse(path), node);
    return new PlateFixture(more);
  }

  /** An image and all that is below it. */
  PlateFixture image(String path, ImageFixture image) {
    NodePath at = NodePath.parse(path);
    PlateFixture all =
        with(path, GroupSpec.empty().withAttributes(Attributes.of(image.attributes())));
    for (Map.Entry<NodePath, NodeSpec> below : image.below().entrySet()) {
      if (!below.getKey().equals(NodePath.parse("/labels"))) {
        all = all.with(at.resolve(below.getKey()).toString(), below.getValue());
      }
    }
    return all;
  }

  PlateFixture without(String path) {
    Map<NodePath, NodeSpec> fewer = new LinkedHashMap<>(flat);
    fewer.keySet().removeIf(at -> at.isAtOrBelow(NodePath.parse(path)));
    return new PlateFixture(fewer);
  }

  PlateFixture set(String path, String pointer, String value) {
    return edited(path, attributes -> JsonEdit.set(attributes, pointer, value));
  }

  PlateFixture remove(String path, String pointer) {
    return edited(path, attributes -> JsonEdit.remove(attributes, pointer));
  }

  String get(String path, String pointer) {
    JsonObject attributes = node(path).attributes().toJson();
    return new JsonPointer(List.of(pointer.substring(1).split("/")))
        .find(attributes)
        .orElseThrow()
        .toString();
  }

  PlateFixture array(String path, UnaryOperator<ArraySpec.Builder> change) {
    ArraySpec array = (ArraySpec) node(path);
    return with(path, change.apply(ArraySpec.builder().from(array)).build());
  }

  /** An array where a group was, with its attributes and nothing below it. */
  PlateFixture asArray(String path) {
    NodeSpec group = node(path);
    return without(path)
        .with(path, ImageFixture.level(List.of("x"), 1).withAttributes(group.attributes()));
  }

  private NodeSpec node(String path) {
    return Objects.requireNonNull(flat.get(NodePath.parse(path)), path);
  }

  private PlateFixture edited(String path, UnaryOperator<JsonObject> change) {
    NodeSpec node = node(path);
    Attributes attributes = Attributes.of(change.apply(node.attributes().toJson()));
    return with(path, ((GroupSpec) node).withAttributes(attributes));
  }

  private static final String LISTED =
      """
      {"ome": {"version": "0.5", "labels": ["cells"]}}
      """;

  private static final String IMAGE_LABEL =
      """
      {
        "colors": [{"label-value": 0, "rgba": [0, 0, 128, 128]},
                   {"label-value": 1, "rgba": [0, 128, 0, 255]}],
        "properties": [{"label-value": 1, "class": "nucleus"}, {"label-value": 2, "area": 7}],
        "source": {"image": "../../"}
      }
      """;

  private static final String WELL =
      """
      {"ome": {"version": "0.5", "well": {"images": [
        {"path": "0", "acquisition": 1}, {"path": "1", "acquisition": 2}]}}}
      """;

  private static final String PLATE =
      """
      {
        "ome": {
          "version": "0.5",
          "plate": {
            "name": "screen",
            "field_count": 2,
            "rows": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
            "columns": [{"name": "1"}, {"name": "2"}],
            "wells": [
              {"path": "A/1", "rowIndex": 0, "columnIndex": 0},
              {"path": "B/2", "rowIndex": 1, "columnIndex": 1}],
            "acquisitions": [
              {"id": 1, "name": "first", "maximumfieldcount": 1, "description": "before",
               "starttime": 1343731272000, "endtime": 1343737645000},
              {"id": 2, "name": "second", "maximumfieldcount": 1}]
          }
        }
      }
      """;
}
