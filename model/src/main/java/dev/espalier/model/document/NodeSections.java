package dev.espalier.model.document;

import dev.espalier.model.finding.Level;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.ValueWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A section for each node of a declaration. */
final class NodeSections {
  private final NodePlaces places;
  private final Markdown page;

  NodeSections(NodePlaces places, Markdown page) {
    this.places = places;
    this.page = page;
  }

  void add() {
    page.heading(2, Markdown.anchor("nodes") + "Nodes");
    for (Map.Entry<String, NodeSchema> node : places.all().entrySet()) {
      section(node.getKey(), node.getValue());
    }
  }

  private void section(String place, NodeSchema node) {
    page.heading(
        3, Markdown.anchor(places.anchor(place)) + Markdown.code(place) + ": " + kindOf(node));
    page.paragraph(node.text());
    if (node instanceof NodeSchema.Group group) {
      group(place, group);
    } else if (node instanceof NodeSchema.Array array) {
      ArraySection.add(array, page);
      AttributeTable.add(array.attributes(), page);
      rules(array.rules());
    } else if (node instanceof NodeSchema.Choice choice) {
      choice(place, choice);
    }
  }

  /** A word for the kind of a node. */
  static String kindOf(NodeSchema node) {
    if (node instanceof NodeSchema.Group) {
      return "group";
    }
    return node instanceof NodeSchema.Array ? "array" : "one of several";
  }

  private void group(String place, NodeSchema.Group group) {
    List<List<String>> rows = new ArrayList<>();
    for (Member member : group.members()) {
      String target = NodePlaces.member(place, member);
      rows.add(
          List.of(
              nameOf(member.name()),
              Markdown.link(what(member.node()), places.anchor(target)),
              presence(member),
              Markdown.escape(meaning(member))));
    }
    if (!rows.isEmpty()) {
      page.paragraph("**Members**").table(List.of("member", "is", "presence", "meaning"), rows);
    }
    if (!group.open()) {
      page.paragraph("No other members.");
    }
    AttributeTable.add(group.attributes(), page);
    rules(group.rules());
  }

  /** The text of a member, else the first sentence about the node. */
  private static String meaning(Member member) {
    String text = member.node().text();
    int end = text.indexOf(". ");
    return !member.text().isEmpty() ? member.text() : end < 0 ? text : text.substring(0, end + 1);
  }

  private static String nameOf(MemberName name) {
    return name instanceof MemberName.Anything ? "any other name" : Markdown.code(name.toString());
  }

  private String what(NodeSchema node) {
    if (node instanceof NodeSchema.Reference reference) {
      return Markdown.code(reference.definition());
    }
    return node instanceof NodeSchema.Array array && !array.dataTypes().names().isEmpty()
        ? "array of " + Markdown.escape(array.dataTypes().toString())
        : kindOf(node);
  }

  private static String presence(Member member) {
    if (member.presence().isEmpty()) {
      return member.name().isExact() ? "optional" : "any number";
    }
    String word =
        member.name().isExact()
            ? member.presence().get().level() == Level.MUST ? "required" : "recommended"
            : member.max().isPresent()
                ? ValueWords.between(member.min(), member.max().getAsInt())
                : "at least " + member.min();
    return Markdown.link(word, RuleWords.anchor(member.presence().get()));
  }

  private void choice(String place, NodeSchema.Choice choice) {
    List<String> lines = new ArrayList<>();
    choice
        .alternatives()
        .forEach(
            (name, one) -> {
              String target = NodePlaces.alternative(place, name, one);
              lines.add(
                  Markdown.escape(name) + ": " + Markdown.link(what(one), places.anchor(target)));
            });
    page.list(lines);
  }

  private void rules(List<NodeRule> rules) {
    page.list(rules.stream().flatMap(rule -> RuleWords.of(rule).stream()).toList());
  }
}
