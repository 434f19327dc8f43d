package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * Names the dimensions of an array anew.
 *
 * @param node the array
 * @param names a name for each dimension, slowest first; a dimension may have none
 */
public record SetDimensionNames(NodePath node, List<Optional<String>> names) implements Edit {
  /** Copies the names. */
  public SetDimensionNames {
    names = List.copyOf(names);
  }

  @Override
  public boolean touchesMetadataOnly() {
    return true;
  }

  @Override
  public String describe() {
    return "set the dimension names of " + node + " to " + Words.show(Words.dimensionNames(names));
  }

  @Override
  public JsonObject toJson() {
    return Words.start("set_dimension_names", this)
        .put("names", Words.dimensionNames(names))
        .build();
  }
}
