package dev.espalier.model.match;

import dev.espalier.model.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/**
 * A place that says how long a dimension is; put in words only where something is wrong there.
 *
 * @param frame the node
 * @param axis the axis of the array, or -1 where an attribute says it
 * @param place the place in the attributes, where one says it
 * @param naming whether the attribute does so by naming a dimension
 */
record Spot(Frame frame, int axis, @Nullable Place place, boolean naming) {
  static Spot axis(Frame frame, int axis) {
    return new Spot(frame, axis, null, false);
  }

  static Spot number(Place place) {
    return new Spot(place.frame(), -1, place, false);
  }

  static Spot name(Place place) {
    return new Spot(place.frame(), -1, place, true);
  }

  JsonPointer pointer() {
    return place == null ? JsonPointer.of("shape") : place.pointer();
  }

  /** Such as {@code axis 0}. */
  String words() {
    if (place == null) {
      return "axis " + axis;
    }
    String attribute = place.words();
    return naming ? attribute + " names " + Wording.show(place.value()) : attribute;
  }
}
