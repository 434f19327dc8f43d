package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.EdgeLengthsForm;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the parameters of a rectilinear grid.
 *
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/chunk-grids/rectilinear">
 *     Zarr extensions, rectilinear chunk grids</a>
 */
final class RectilinearReader {
  private static final String KIND = "inline";

  private RectilinearReader() {}

  static RectilinearGrid read(Field configuration, Shape shape) {
    Field kind = configuration.required("kind");
    // Another kind may have other members: what it is comes first.
    if (!kind.text().equals(KIND)) {
      throw kind.unsupported(
          "rectilinear grids of kind " + kind.found() + " are not supported; known is \"inline\"");
    }
    configuration.allowOnly(Set.of("kind", "chunk_shapes"), "remove it");
    Field dimensions = configuration.required("chunk_shapes");
    List<Field> fields = dimensions.elements();
    if (fields.size() != shape.rank()) {
      throw dimensions.wrong(
          "edge lengths for " + shape.rank() + " dimensions",
          "give them for each dimension of the shape " + shape);
    }
    List<EdgeLengths> edges = new ArrayList<>();
    for (Field dimension : fields) {
      EdgeLengths lengths = EdgeLengthsForm.read(dimension.value(), refusal(dimension));
      long extent = shape.extent(edges.size());
      if (!lengths.cover(extent)) {
        throw dimension.wrong(
            "edge lengths whose sum is at least " + extent, "every element lies in a chunk");
      }
      edges.add(lengths);
    }
    return new RectilinearGrid(edges);
  }

  private static EdgeLengthsForm.Refusal refusal(Field field) {
    return new EdgeLengthsForm.Refusal() {
      @Override
      public RuntimeException wrong(JsonPointer place, JsonValue found, String expected) {
        return at(place, found).wrong(expected);
      }

      @Override
      public RuntimeException tooLarge(JsonPointer place, JsonValue found) {
        Field number = at(place, found);
        return number.unsupported(
            "edge lengths and counts beyond 2^63-1 are not supported, found " + number.found());
      }

      private Field at(JsonPointer place, JsonValue found) {
        JsonPointer pointer = field.at();
        for (String token : place.tokens()) {
          pointer = pointer.child(token);
        }
        return new Field(pointer, found);
      }
    };
  }
}
