package dev.espalier.bench.validate;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;

/** Looks at every node and at every value in every attribute, and does nothing else. */
final class BareWalk {
  private long seen;

  static long over(NodeSpec root) {
    BareWalk walk = new BareWalk();
    walk.node(root);
    return walk.seen;
  }

  private void node(NodeSpec node) {
    seen++;
    node.attributes().byName().forEach((name, attribute) -> value(attribute.value()));
    if (node instanceof GroupSpec group) {
      group.members().forEach((name, member) -> node(member));
    }
  }

  private void value(JsonValue value) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> value(member));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(this::value);
    } else if (value instanceof JsonString text) {
      seen += text.value().length();
    } else if (value instanceof JsonNumber number) {
      seen += number.text().length();
    }
  }
}
