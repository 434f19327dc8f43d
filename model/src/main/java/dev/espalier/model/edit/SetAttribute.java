package dev.espalier.model.edit;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a value to an attribute, or to a member or element inside one; what holds it has to be
 * there. The index after the last element of an array appends.
 *
 * @param node the node
 * @param pointer the place inside the attributes
 * @param value the value to be
 */
public record SetAttribute(NodePath node, JsonPointer pointer, JsonValue value)
    implements AttributeEdit {
  /** Checks that the place is inside the attributes. */
  public SetAttribute {
    AttributePlace.requireInside(pointer);
  }

  @Override
  public JsonObject applyTo(JsonObject attributes) {
    return new AttributePlace(this)
        .change(
            attributes,
            (object, name) -> object.with(name, value),
            (array, index) -> {
              List<JsonValue> elements = new ArrayList<>(array.elements());
              if (index == elements.size()) {
                elements.add(value);
              } else {
                elements.set(index, value);
              }
              return new JsonArray(elements);
            });
  }

  @Override
  public String describe() {
    return "set attribute " + pointer + " of " + node + " to " + Words.show(value);
  }

  @Override
  public JsonObject toJson() {
    return Words.start("set_attribute", this)
        .put("pointer", pointer.toString())
        .put("value", value)
        .build();
  }
}
