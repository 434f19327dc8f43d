package dev.espalier.model.convention;

import dev.espalier.model.convention.Statement.Said;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.match.Match;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A convention that is a schema: what it is, how it is recognised and all its rules follow from
 * that.
 *
 * <p>To be found with {@link java.util.ServiceLoader}, extend it:
 *
 * <pre>{@code
 * public final class Gauge10 extends SchemaConvention {
 *   public Gauge10() {
 *     super(GaugeSchemas.VERSION_1_0);
 *   }
 * }
 * }</pre>
 *
 * <p>A node declares it by the signs that the schema's {@link Identity} lists, or by an entry of
 * the attribute {@code zarr_conventions}. A URL that is only an alias is understood, and a finding
 * says how the version spells it itself.
 */
public class SchemaConvention implements Convention {
  /** The version that data states is not one after that which it is checked against. */
  public static final Rule VERSION =
      new Rule(
          "convention.version",
          Level.MUST,
          Rule.Origin.SCHEMA,
          "Data is checked against the version that it states, not against an earlier one.");

  /** Data names the schema by the URL under which it is published. */
  public static final Rule URL =
      new Rule(
          "convention.url",
          Level.SHOULD,
          Rule.Origin.TEXT,
          "Data should name a convention by the URL under which its schema is published.");

  private final Schema schema;
  private final Matcher matcher;
  private final StatementReader reader;
  private final Rule versionRule;

  /** The convention of that schema. */
  public SchemaConvention(Schema schema) {
    this(schema, StatementReader.versionProbe(schema.identity()), VERSION);
  }

  /**
   * The convention of that schema, whose nodes say their version at a place of their own.
   *
   * @param versionPlace a place in the attributes that holds the version, in all versions, such as
   *     {@code /ome/version}; where it says a later one, the node is not looked at further
   * @param versionRule the rule that is broken by a later version
   */
  public SchemaConvention(Schema schema, JsonPointer versionPlace, Rule versionRule) {
    this(schema, Optional.of(versionPlace), versionRule);
  }

  private SchemaConvention(Schema schema, Optional<JsonPointer> versionPlace, Rule versionRule) {
    this.schema = schema;
    this.matcher = Matcher.of(schema);
    this.reader = new StatementReader(schema.identity(), versionPlace);
    this.versionRule = versionRule;
  }

  @Override
  public final Identity id() {
    return schema.identity();
  }

  @Override
  public final Optional<Schema> schema() {
    return Optional.of(schema);
  }

  @Override
  public String title() {
    return schema.title();
  }

  @Override
  public List<Rule> rules() {
    boolean published = id().url().isPresent();
    Stream<Rule> version = reader.seesVersions() ? Stream.of(versionRule) : Stream.empty();
    Stream<Rule> url = published ? Stream.of(URL) : Stream.empty();
    return Stream.of(schema.rules().stream(), version, url)
        .flatMap(rules -> rules)
        .distinct()
        .toList();
  }

  @Override
  public boolean isDeclaredAt(NodeSpec hierarchy, NodePath at) {
    return basisAt(hierarchy, at)
        .filter(basis -> basis != Declaration.Basis.LATER_VERSION)
        .isPresent();
  }

  @Override
  public Optional<Declaration.Basis> basisAt(NodeSpec hierarchy, NodePath at) {
    return hierarchy.find(at).flatMap(reader::read).map(Statement::basis);
  }

  /**
   * Checks a node. Where it states a version after this one, that is the only finding: its form is
   * another one.
   */
  @Override
  public List<Finding> check(NodeSpec hierarchy, NodePath at) {
    return findings(match(hierarchy, at));
  }

  /** What {@link #check} finds, given a match that was made already. */
  public List<Finding> findings(Match match) {
    NodePath at = match.at();
    Optional<Statement> statement = match.hierarchy().find(at).flatMap(reader::read);
    Optional<Finding> later =
        statement.flatMap(Statement::laterVersion).map(said -> laterVersion(at, said));
    if (later.isPresent()) {
      return List.of(later.get());
    }
    List<Finding> findings = new ArrayList<>();
    statement.flatMap(Statement::oddUrl).map(said -> oddUrl(at, said)).ifPresent(findings::add);
    findings.addAll(match.findings());
    return List.copyOf(findings);
  }

  @Override
  public List<ElementDemand> elementDemands(NodeSpec hierarchy, NodePath at) {
    return match(hierarchy, at).elementDemands();
  }

  /**
   * Matches a node against the schema, whatever it states about itself.
   *
   * @param hierarchy the whole tree
   * @param at the node
   */
  public Match match(NodeSpec hierarchy, NodePath at) {
    return matcher.match(hierarchy, at);
  }

  @Override
  public JsonObject jsonSchema() {
    return JsonSchemaExport.metadata(schema).schema();
  }

  @Override
  public Optional<Arranger> arranger() {
    return Optional.empty();
  }

  private Finding laterVersion(NodePath at, Said said) {
    return Finding.builder()
        .rule(versionRule)
        .node(at)
        .pointer(inDocument(said.place()))
        .message(
            "the node states version "
                + said.text()
                + " of "
                + id().name()
                + ", whose form may be another one")
        .expected("version " + id().version() + " or earlier")
        .found(said.value().toString())
        .fix(
            "validate it as version "
                + said.text()
                + ", or write it anew as version "
                + id().version())
        .build();
  }

  private Finding oddUrl(NodePath at, Said said) {
    String published = id().url().orElseThrow();
    boolean alias = id().aliases().contains(said.text());
    return Finding.builder()
        .rule(URL)
        .node(at)
        .pointer(inDocument(said.place()))
        .message(
            "the URL "
                + (alias ? "is another name for" : "is not known to be that of")
                + " the schema of "
                + id())
        .expected(JsonValue.of(published).toString())
        .found(said.value().toString())
        .fix("write " + JsonValue.of(published))
        .addAllEdits(
            alias || NearMiss.isNear(said.text(), published)
                ? List.of(new SetAttribute(at, said.place(), JsonValue.of(published)))
                : List.of())
        .build();
  }

  private static JsonPointer inDocument(JsonPointer inAttributes) {
    List<String> tokens = new ArrayList<>(List.of("attributes"));
    tokens.addAll(inAttributes.tokens());
    return new JsonPointer(tokens);
  }
}
