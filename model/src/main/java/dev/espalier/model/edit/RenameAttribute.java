package dev.espalier.model.edit;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives an attribute, or a member inside one, another name; it keeps its value and its place.
 *
 * @param node the node
 * @param pointer the place inside the attributes, by the name so far
 * @param newName the name to be
 */
public record RenameAttribute(NodePath node, JsonPointer pointer, String newName)
    implements AttributeEdit {
  /** Checks that the place is inside the attributes. */
  public RenameAttribute {
    AttributePlace.requireInside(pointer);
  }

  @Override
  public JsonObject applyTo(JsonObject attributes) {
    AttributePlace place = new AttributePlace(this);
    place.requirePresent(attributes);
    return place.change(
        attributes,
        (object, name) -> renamed(place, object, name),
        (array, index) -> {
          throw place.refusal("it is an element of an array, and elements have no names");
        });
  }

  private JsonObject renamed(AttributePlace place, JsonObject object, String name) {
    if (object.has(newName)) {
      throw place.refusal("there is a " + Words.quote(newName) + " already");
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((n, v) -> members.put(n.equals(name) ? newName : n, v));
    return new JsonObject(members);
  }

  @Override
  public String describe() {
    return "rename attribute " + pointer + " of " + node + " to " + Words.quote(newName);
  }

  @Override
  public JsonObject toJson() {
    return Words.start("rename_attribute", this)
        .put("pointer", pointer.toString())
        .put("name", newName)
        .build();
  }
}
