package dev.espalier.model.document;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.jsonschema.NotExpressible;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page of Markdown that tells all that a declaration says: how data is recognised, each node with
 * its members, attributes and dimensions, every rule, and an example.
 */
public final class DocumentationPage {
  private final Schema schema;
  private final Markdown page = new Markdown();

  private DocumentationPage(Schema schema) {
    this.schema = schema;
  }

  /** The page; the same text for the same declaration. */
  public static String of(Schema schema) {
    return new DocumentationPage(schema).write();
  }

  private String write() {
    Identity identity = schema.identity();
    String title = schema.title().isEmpty() ? identity.name() : schema.title();
    page.heading(1, Markdown.escape(title));
    identity(identity);
    recognised(identity);
    NodePlaces places = new NodePlaces(schema);
    page.heading(2, "Overview").block("text", TreeOverview.of(schema));
    new NodeSections(places, page).add();
    new SymbolTable(places).add(page);
    rules();
    page.heading(2, "Example")
        .paragraph(
            "A hierarchy with what has to be and should be there, in its flat form. It is made up"
                + " from what is declared; rules that only code can check are not considered.")
        .block("json", ExampleText.of(ExampleTree.of(schema)));
    notExpressible();
    return page.toString();
  }

  private void identity(Identity identity) {
    List<String> lines = new ArrayList<>();
    lines.add("Convention: " + Markdown.code(identity.name()));
    lines.add("Version: " + Markdown.code(identity.version()));
    identity.uuid().ifPresent(uuid -> lines.add("UUID: " + Markdown.code(uuid.toString())));
    identity.url().ifPresent(url -> lines.add("Schema: " + Markdown.code(url)));
    if (!identity.aliases().isEmpty()) {
      lines.add("Also known as: " + Markdown.codes(identity.aliases()));
    }
    page.list(lines);
  }

  private void recognised(Identity identity) {
    page.heading(2, "How data is recognised");
    if (identity.probes().isEmpty()) {
      page.paragraph("Nothing in the data itself says that it follows this convention.");
      return;
    }
    page.paragraph("A node follows this convention if all of this holds of its attributes:");
    page.list(
        identity.probes().stream()
            .map(
                probe ->
                    Markdown.code(probe.attribute().toString())
                        + " is "
                        + probe
                            .value()
                            .map(value -> Markdown.code(value.toString()))
                            .orElse("there"))
            .toList());
  }

  private void rules() {
    List<List<String>> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Rule rule : schema.rules()) {
      String anchor = RuleWords.anchor(rule);
      String id = (seen.add(anchor) ? Markdown.anchor(anchor) : "") + Markdown.code(rule.id());
      rows.add(List.of(id, rule.level().toString(), Markdown.escape(rule.text())));
    }
    page.heading(2, "Rules").table(List.of("rule", "level", "text"), rows);
  }

  private void notExpressible() {
    Map<List<String>, Set<String>> places = new LinkedHashMap<>();
    for (NotExpressible one : JsonSchemaExport.tree(schema).notExpressible()) {
      String rule = Markdown.link(Markdown.code(one.rule().id()), RuleWords.anchor(one.rule()));
      places
          .computeIfAbsent(List.of(rule, one.why()), line -> new LinkedHashSet<>())
          .add(one.where());
    }
    page.heading(2, "What its JSON Schema does not express");
    if (places.isEmpty()) {
      page.paragraph("Nothing: the JSON Schema of a whole hierarchy says all of it.");
      return;
    }
    List<String> lines = new ArrayList<>();
    places.forEach(
        (line, where) ->
            lines.add(
                line.get(0)
                    + " at "
                    + Markdown.codes(List.copyOf(where))
                    + ": "
                    + Markdown.escape(line.get(1))));
    page.list(lines);
  }
}
