package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place in the attributes of a node; its pointer is spelled only where somebody asks. */
final class Place implements Part {
  private static final JsonPointer ATTRIBUTES = JsonPointer.of("attributes");

  private final Frame frame;
  private final @Nullable Place parent;
  private final Object token;
  private @Nullable JsonValue value;

  private Place(Frame frame, @Nullable Place parent, Object token, @Nullable JsonValue value) {
    this.frame = frame;
    this.parent = parent;
    this.token = token;
    this.value = value;
  }

  /** The attributes of a node as a whole. */
  static Place attributesOf(Frame frame) {
    return new Place(frame, null, "attributes", null);
  }

  /**
   * A part of the value here.
   *
   * @param at a name, or an index
   */
  Place child(Object at, JsonValue part) {
    return new Place(frame, this, at, part);
  }

  /** A member that is not there. */
  Place absent(String name) {
    return new Place(frame, this, name, value());
  }

  Frame frame() {
    return frame;
  }

  @Override
  public NodeSpec hierarchy() {
    return frame.run().hierarchy();
  }

  @Override
  public NodePath node() {
    return frame.path();
  }

  @Override
  public JsonPointer pointer() {
    if (parent == null) {
      return ATTRIBUTES;
    }
    List<String> tokens = new ArrayList<>();
    for (Place place = this; place != null; place = place.parent) {
      tokens.add(place.token.toString());
    }
    Collections.reverse(tokens);
    return new JsonPointer(tokens);
  }

  @Override
  public String words() {
    return token instanceof Integer && parent != null
        ? "element " + token + " of " + parent.words()
        : "\"" + token + "\"";
  }

  @Override
  public JsonValue value() {
    JsonValue known = value;
    if (known == null) {
      known = frame.spec().attributes().toJson();
      value = known;
    }
    return known;
  }

  @Override
  public Optional<String> text() {
    return value() instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }

  @Override
  public Optional<NodePath> path() {
    return text().flatMap(text -> Reference.resolve(node(), text));
  }

  @Override
  public Optional<Part> field(String name) {
    return value() instanceof JsonObject object
        ? object.get(name).map(member -> child(name, member))
        : Optional.empty();
  }

  @Override
  public List<Part> elements() {
    List<Part> elements = new ArrayList<>();
    if (value() instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        elements.add(child(i, array.elements().get(i)));
      }
    }
    return elements;
  }

  @Override
  public boolean isSound(Rule asking) {
    Ledger ledger = frame.run().ledger();
    return ledger.isUnbroken(asking) || ledger.isSound(node(), pointer(), asking);
  }

  @Override
  public boolean isIntact(Rule asking) {
    Ledger ledger = frame.run().ledger();
    return ledger.isUnbroken(asking) || ledger.isIntact(node(), pointer(), asking);
  }

  @Override
  public void report(Rule rule, UnaryOperator<Finding.Builder> details) {
    Finding.Builder finding = Finding.builder().rule(rule).node(node()).pointer(pointer());
    frame.run().report(details.apply(finding).build());
  }
}
