package dev.espalier.model.node;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a node has in its store and the tree does not show, so that nothing vanishes in
 * silence: a backend puts such notes into the extras of the node.
 *
 * @param kind what it is, such as {@code link}
 * @param name what it is called in the node
 * @param reason why it is not in the tree
 */
public record UnreadNote(String kind, String name, String reason) {
  /** The member of a node's extras that holds the notes. */
  public static final String MEMBER = "unread";

  /** The kind of a would-be group that has nodes below it and no metadata of its own. */
  public static final String UNDOCUMENTED_GROUP = "undocumented group";

  /** The kind of copies of metadata that are out of date, so that nobody should trust them. */
  public static final String STALE_COPIES = "stale copies";

  /**
   * The kind of copies of metadata that stand for the documents, since these could not be found
   * without them; whether they are up to date is not known.
   */
  public static final String UNCHECKED_COPIES = "unchecked copies";

  /** The notes on a node. */
  public static List<UnreadNote> of(NodeSpec node) {
    JsonObject extras =
        node.match(GroupSpec::extras, ArraySpec::extras, unreadable -> JsonObject.empty());
    return extras.get(MEMBER).stream()
        .flatMap(v -> v instanceof JsonArray list ? list.elements().stream() : Stream.empty())
        .flatMap(v -> v instanceof JsonObject note ? Stream.of(read(note)) : Stream.empty())
        .toList();
  }

  private static UnreadNote read(JsonObject note) {
    return new UnreadNote(
        text(note, "kind").orElse("object"),
        text(note, "name").orElse("?"),
        text(note, "reason").orElse("it could not be read"));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object
        .get(name)
        .flatMap(v -> v instanceof JsonString s ? Optional.of(s.value()) : Optional.empty());
  }

  /** Extras with notes; without any if there are none. */
  public static JsonObject addTo(JsonObject extras, List<UnreadNote> notes) {
    return notes.isEmpty()
        ? extras
        : extras.with(MEMBER, new JsonArray(notes.stream().map(UnreadNote::toJson).toList()));
  }

  private JsonValue toJson() {
    return JsonObject.builder().put("name", name).put("kind", kind).put("reason", reason).build();
  }
}
