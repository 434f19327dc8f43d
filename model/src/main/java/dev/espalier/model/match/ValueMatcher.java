package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JSON value has to be, made ready. Places are made only where something is below. */
abstract class ValueMatcher {
  private final ValueSchema schema;
  private final List<ConstraintMatcher> constraints;

  ValueMatcher(ValueSchema schema) {
    this.schema = schema;
    this.constraints = schema.constraints().stream().map(ConstraintMatcher::of).toList();
  }

  final ValueSchema schema() {
    return schema;
  }

  /** The rule that a value of another kind breaks. */
  abstract Rule rule();

  /** Whether a value is of the right kind. */
  abstract boolean isKind(JsonValue value);

  /** Whether the value has parts that are checked. */
  boolean hasParts() {
    return true;
  }

  /** Checks the parts of a value of the right kind. */
  void parts(Place here, JsonValue value) {}

  /**
   * Checks a value.
   *
   * @param parent what holds it
   * @param token the name or index at which it is
   */
  final void check(Place parent, Object token, JsonValue value) {
    if (!isKind(value)) {
      ValueMessages.wrongKind(rule(), schema, parent.child(token, value));
      return;
    }
    Place here = null;
    if (hasParts()) {
      here = parent.child(token, value);
      parts(here, value);
    }
    constraints(parent, token, value, here);
  }

  /** Checks a value for which there is a place already. */
  final void check(Place here, JsonValue value) {
    if (!isKind(value)) {
      ValueMessages.wrongKind(rule(), schema, here);
      return;
    }
    parts(here, value);
    constraints(here, "", value, here);
  }

  /** Checks the constraints of a value whose parts have been checked. */
  final void constraints(Place parent, Object token, JsonValue value, @Nullable Place here) {
    Place place = here;
    for (int i = 0; i < constraints.size(); i++) {
      // Of a value without parts, one thing that is wrong is enough to know.
      if (place == null || hasParts() || place.isIntact(constraints.get(i).rule())) {
        place = constraints.get(i).hold(parent, token, value, place);
      }
    }
  }
}
