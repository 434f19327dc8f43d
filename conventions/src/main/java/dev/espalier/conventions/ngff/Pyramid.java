package dev.espalier.conventions.ngff;

import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The levels of an image: each half the size of the one before it in y and x, until a plane fits.
 *
 * @param axes the axes, in order
 * @param levels the arrays, largest first
 */
record Pyramid(List<ImageAxis> axes, List<ArraySpec> levels) {
  /** Planes up to this many pixels wide and high need no further level. */
  private static final long LARGEST_PLANE = 256;

  static Pyramid of(ArraySpec image, List<ImageAxis> axes) {
    MeanDownsampling mean = new MeanDownsampling(axes.stream().map(ImageAxis::factor).toList());
    long[] extents = axes.stream().mapToLong(axis -> image.shape().extent(axis.source())).toArray();
    ArraySpec.Builder base =
        ArraySpec.builder()
            .dataType(image.dataType())
            .fillValue(image.fillValue())
            .dimensions(axes.stream().map(ImageAxis::letter).toList())
            .layout(Layout.open());
    List<ArraySpec> levels = new ArrayList<>();
    Shape shape = Shape.of(extents);
    levels.add(base.shape(shape).attributes(image.attributes()).build());
    base.attributes(Attributes.none());
    while (!shape.isEmpty() && !fits(shape, axes)) {
      shape = mean.outputShape(shape);
      levels.add(base.shape(shape).build());
    }
    return new Pyramid(axes, levels);
  }

  private static boolean fits(Shape shape, List<ImageAxis> axes) {
    for (int d = 0; d < axes.size(); d++) {
      if (axes.get(d).factor() > 1 && shape.extent(d) > LARGEST_PLANE) {
        return false;
      }
    }
    return true;
  }

  /** The attribute that describes the image. */
  JsonObject metadata(String name, List<NodePath> paths) {
    JsonObject multiscale =
        JsonObject.builder()
            .put("name", name)
            .put("axes", new JsonArray(axes.stream().<JsonValue>map(ImageAxis::toJson).toList()))
            .put("datasets", datasets(paths))
            .put("type", "mean")
            .put("metadata", method())
            .build();
    return JsonObject.builder()
        .put("version", "0.5")
        .put("multiscales", JsonArray.of(multiscale))
        .build();
  }

  private JsonArray datasets(List<NodePath> paths) {
    List<JsonValue> datasets = new ArrayList<>();
    for (int level = 0; level < paths.size(); level++) {
      int number = level;
      List<JsonValue> transformations = new ArrayList<>();
      transformations.add(transformation("scale", axis -> axis.scale(number)));
      if (level > 0) {
        transformations.add(transformation("translation", axis -> axis.translation(number)));
      }
      datasets.add(
          JsonObject.builder()
              .put("path", paths.get(level).toRelativeString())
              .put("coordinateTransformations", new JsonArray(transformations))
              .build());
    }
    return new JsonArray(datasets);
  }

  private JsonObject transformation(String type, Function<ImageAxis, JsonNumber> number) {
    JsonArray numbers = new JsonArray(axes.stream().<JsonValue>map(number).toList());
    return JsonObject.builder().put("type", type).put(type, numbers).build();
  }

  private static JsonObject method() {
    return JsonObject.builder()
        .put("description", "mean of 2 by 2 pixels in y and x; integers are rounded half to even")
        .put("method", "espalier")
        .build();
  }
}
