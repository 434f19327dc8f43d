package dev.espalier.convert;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.tree.Difference;
import dev.espalier.model.tree.Facet;
import dev.espalier.model.tree.HierarchyDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what became of every object of a source, by looking for each of them in the result. */
final class Reporter {
  private static final String NO_PLACE = "the convention has no place for it";

  private final SourceView source;
  private final Moved mapped;
  private final Arrangement arrangement;
  private final NodeSpec result;
  private final List<ReportEntry> entries = new ArrayList<>();

  /**
   * @param result the hierarchy as it will be written, nothing left open
   */
  Reporter(SourceView source, Moved mapped, Arrangement arrangement, NodeSpec result) {
    this.source = source;
    this.mapped = mapped;
    this.arrangement = arrangement;
    this.result = result;
  }

  /**
   * @param paths the nodes of the result that come of the source; a merge has others beside them
   */
  ConversionReport report(Set<NodePath> paths) {
    Set<NodePath> seen = new HashSet<>();
    source
        .whole()
        .walk(
            (path, node) -> {
              reportNode(path, node);
              target(path).ifPresent(seen::add);
              reportUnread(path, node);
            });
    List<NodePath> added = paths.stream().filter(p -> !seen.contains(p)).toList();
    return new ConversionReport(entries, added);
  }

  /** Where a node of the source is in the result. */
  private Optional<NodePath> target(NodePath path) {
    return mapped.targetOf(path).map(arrangement.moved()::get);
  }

  private void reportNode(NodePath path, NodeSpec node) {
    Optional<NodePath> target = target(path);
    ReportEntry.Builder entry = entry(path, node.kind());
    if (target.isEmpty()) {
      String reason =
          source
              .refusal(path)
              .or(() -> mapped.targetOf(path).map(p -> NO_PLACE))
              .orElse("the mapping leaves it out");
      entries.add(entry.outcome(Outcome.LEFT_OUT).reason(reason).build());
    } else {
      List<String> changes = changes(node, result.find(target.get()).orElseThrow());
      entries.add(
          entry
              .target(target.get())
              .changes(changes)
              .outcome(outcome(path, target.get(), changes))
              .build());
    }
    node.attributes().byName().forEach((name, value) -> reportAttribute(path, name, value));
  }

  private Outcome outcome(NodePath path, NodePath target, List<String> changes) {
    if (!changes.isEmpty()) {
      return Outcome.CHANGED;
    }
    return target.equals(path) ? Outcome.COPIED : Outcome.MOVED;
  }

  /** What differs between a node and what became of it, attributes and members aside. */
  private static List<String> changes(NodeSpec before, NodeSpec after) {
    return HierarchyDiff.between(bare(before), bare(after)).stream()
        .filter(d -> d.left().isPresent() || d.facet() == Facet.DIMENSION_NAMES)
        .map(Reporter::sentence)
        .toList();
  }

  private static NodeSpec bare(NodeSpec node) {
    return node.match(
        group -> GroupSpec.empty(),
        array -> array.withAttributes(Attributes.none()),
        unreadable -> unreadable);
  }

  private static String sentence(Difference difference) {
    Optional<String> before = difference.left().map(Reporter::plain);
    String after = difference.right().map(Reporter::plain).orElse("nothing");
    if (before.isEmpty()) {
      return difference.place() + " added: " + after;
    }
    // Parameters only matter where the names do not tell the difference.
    String shortBefore = withoutParameters(before.get());
    String shortAfter = withoutParameters(after);
    return shortBefore.equals(shortAfter)
        ? difference.place() + ": " + before.get() + " -> " + after
        : difference.place() + ": " + shortBefore + " -> " + shortAfter;
  }

  private static String withoutParameters(String codecs) {
    return codecs.replaceAll("\\{[^{}]*\\}", "");
  }

  private static String plain(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.size() == 0
          ? "none"
          : String.join(", ", array.elements().stream().map(Reporter::plain).toList());
    }
    return value instanceof JsonString text ? text.value() : value.toString();
  }

  private void reportAttribute(NodePath path, String name, Attribute attribute) {
    ReportEntry.Builder entry = entry(path, "attribute").attribute(name);
    Optional<NodePath> home = target(path);
    if (home.isEmpty()) {
      entries.add(entry.outcome(Outcome.LEFT_OUT).reason("its node is left out").build());
      return;
    }
    Optional<NodePath> found = holder(home.get(), name, attribute);
    Optional<String> loss = AttributeLoss.of(attribute);
    if (found.isPresent()) {
      Outcome outcome = found.get().equals(path) ? Outcome.COPIED : Outcome.MOVED;
      loss.ifPresent(entry::addChanges);
      entry.target(found.get()).outcome(loss.isPresent() ? Outcome.CHANGED : outcome);
    } else if (attributesAt(home.get()).get(name).isPresent()) {
      entry.target(home.get()).outcome(Outcome.CHANGED).addChanges("the convention set its value");
    } else {
      entry.target(home.get()).outcome(Outcome.USED);
    }
    entries.add(entry.build());
  }

  /**
   * The node with that attribute: the one that the attribute's node became, or a group above it.
   */
  private Optional<NodePath> holder(NodePath home, String name, Attribute attribute) {
    Optional<NodePath> at = Optional.of(home);
    while (at.isPresent()) {
      if (attributesAt(at.get()).get(name).equals(Optional.of(attribute.value()))) {
        return at;
      }
      at = at.get().parent();
    }
    return Optional.empty();
  }

  private Attributes attributesAt(NodePath path) {
    return result.find(path).map(NodeSpec::attributes).orElse(Attributes.none());
  }

  private void reportUnread(NodePath path, NodeSpec node) {
    UnreadNote.of(node).forEach(note -> reportUnread(path, note));
    JsonObject extras =
        node.match(GroupSpec::extras, ArraySpec::extras, unreadable -> JsonObject.empty());
    for (String name : extras.without(UnreadNote.MEMBER).members().keySet()) {
      entries.add(
          entry(path, "document member")
              .attribute(name)
              .outcome(Outcome.LEFT_OUT)
              .reason("only the format that it comes from knows it")
              .build());
    }
  }

  private void reportUnread(NodePath path, UnreadNote note) {
    String node = source.absolute(path).toString();
    ReportEntry.Builder entry = ReportEntry.builder().kind(note.kind()).outcome(Outcome.LEFT_OUT);
    switch (note.kind()) {
      case "attribute" -> entry.path(node).attribute(note.name());
      case "link", UnreadNote.UNDOCUMENTED_GROUP ->
          entry.path(node.endsWith("/") ? node + note.name() : node + "/" + note.name());
      case UnreadNote.STALE_COPIES, UnreadNote.UNCHECKED_COPIES ->
          entry.path(node).kind(note.name());
      default -> entry.path(node).kind(note.kind() + " " + note.name());
    }
    entries.add(entry.reason(note.reason()).build());
  }

  private ReportEntry.Builder entry(NodePath path, String kind) {
    return ReportEntry.builder().path(source.absolute(path).toString()).kind(kind);
  }
}
