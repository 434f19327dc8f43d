package dev.espalier.model.edit;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes an attribute, or a member or element inside one.
 *
 * @param node the node
 * @param pointer the place inside the attributes
 */
public record RemoveAttribute(NodePath node, JsonPointer pointer) implements AttributeEdit {
  /** Checks that the place is inside the attributes. */
  public RemoveAttribute {
    AttributePlace.requireInside(pointer);
  }

  @Override
  public JsonObject applyTo(JsonObject attributes) {
    AttributePlace place = new AttributePlace(this);
    place.requirePresent(attributes);
    return place.change(
        attributes,
        JsonObject::without,
        (array, index) -> {
          List<JsonValue> elements = new ArrayList<>(array.elements());
          elements.remove((int) index);
          return new JsonArray(elements);
        });
  }

  @Override
  public String describe() {
    return "remove attribute " + pointer + " of " + node;
  }

  @Override
  public JsonObject toJson() {
    return Words.start("remove_attribute", this).put("pointer", pointer.toString()).build();
  }
}
