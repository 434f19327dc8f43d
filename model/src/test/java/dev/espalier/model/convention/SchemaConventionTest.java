package dev.espalier.model.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.convention.Declaration.Basis;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.tree.Edits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaConventionTest {
  private static final NodePath ROOT = NodePath.root();
  private static final JsonPointer URL_PLACE =
      JsonPointer.of("zarr_conventions", "1", "schema_url");

  @Test
  void isWhatItsSchemaIs() {
    assertThat(Gauges.V1.id()).hasToString("example:gauge@1.0");
    assertThat(Gauges.V1.title()).isEqualTo("A gauge");
    assertThat(Gauges.V1.schema()).map(schema -> schema.identity()).contains(Gauges.V1.id());
    assertThat(Gauges.V1.rules())
        .containsAll(Gauges.schema("1.0").rules())
        .contains(SchemaConvention.VERSION, SchemaConvention.URL);
  }

  @Test
  void promisesOnlyRulesThatItsDataCanBreak() {
    SchemaConvention plain = new SchemaConvention(Gauges.unpublished("1.0"));
    assertThat(plain.rules()).isEqualTo(Gauges.unpublished("1.0").rules());
  }

  @Test
  void findsWhatBreaksTheSchema() {
    NodeSpec broken = Gauges.stating("1.0").withMembers(Map.of());
    assertThat(Gauges.V1.check(Gauges.stating("1.0"), ROOT)).isEmpty();
    assertThat(Gauges.V1.check(broken, ROOT))
        .singleElement()
        .satisfies(found -> assertThat(found.rule()).isEqualTo(CoreRules.MEMBER_MISSING));
  }

  @Test
  void aNodeDeclaresItByAllSigns() {
    assertThat(basis(Gauges.V1, Gauges.stating("1.0"))).contains(Basis.VALUE);
    assertThat(basis(Gauges.V1, GroupSpec.empty())).isEmpty();
    assertThat(Gauges.V1.isDeclaredAt(Gauges.stating("1.0"), ROOT)).isTrue();
    assertThat(Gauges.V1.isDeclaredAt(Gauges.stating("1.0"), ROOT.child("level"))).isFalse();
    assertThat(Gauges.V2.isDeclaredAt(Gauges.stating("1.0"), ROOT)).isFalse();
  }

  @Test
  void anEntryIsIdentifiedByItsUuidFirst() {
    String other = "ffffffff-0000-4000-8000-00000000abcd";
    assertThat(basis(Gauges.V1, entry("uuid", Gauges.UUID))).contains(Basis.UUID);
    assertThat(basis(Gauges.V1, entry("uuid", other, "schema_url", Gauges.url("1.0")))).isEmpty();
    assertThat(basis(Gauges.V1, entry("schema_url", Gauges.url("1.0")))).contains(Basis.URL);
    assertThat(basis(Gauges.V1, entry("spec_url", Gauges.url("1.0")))).contains(Basis.ALIAS);
    assertThat(basis(Gauges.V1, entry("name", "gauge"))).isEmpty();
    assertThat(
            basis(Gauges.V1, entry("schema_url", "https://x.org", "spec_url", Gauges.url("1.0"))))
        .isEmpty();
  }

  @Test
  void anAliasIsUnderstoodAndTheFindingWritesTheUrlThatIsMeant() {
    String alias = "https://example.org/old-gauge/1.0";
    GroupSpec tree = entry("schema_url", alias);
    Finding finding = Gauges.V1.check(tree, ROOT).get(0);

    assertThat(basis(Gauges.V1, tree)).contains(Basis.ALIAS);
    assertThat(finding)
        .isEqualTo(
            Finding.builder()
                .rule(SchemaConvention.URL)
                .node(ROOT)
                .pointer(JsonPointer.of("attributes", "zarr_conventions", "1", "schema_url"))
                .message("the URL is another name for the schema of example:gauge@1.0")
                .expected("\"https://example.org/gauge/v1.0/schema.json\"")
                .found("\"https://example.org/old-gauge/1.0\"")
                .fix("write \"https://example.org/gauge/v1.0/schema.json\"")
                .addEdits(new SetAttribute(ROOT, URL_PLACE, JsonValue.of(Gauges.url("1.0"))))
                .build());
    assertThat(Gauges.V1.check(Edits.apply(tree, finding.edits()), ROOT)).isEmpty();
  }

  @Test
  void anUnknownUrlBesideTheRightUuidIsAFindingToo() {
    GroupSpec tree = entry("uuid", Gauges.UUID, "schema_url", "https://elsewhere.org/gauge");
    assertThat(basis(Gauges.V1, tree)).contains(Basis.UUID);
    assertThat(Gauges.V1.check(tree, ROOT))
        .extracting(Finding::message)
        .containsExactly("the URL is not known to be that of the schema of example:gauge@1.0");
  }

  @Test
  void dataOfALaterVersionIsNotPickedToPieces() {
    GroupSpec byValue = Gauges.stating("3.1").withMembers(Map.of());
    assertThat(basis(Gauges.V2, byValue)).contains(Basis.LATER_VERSION);
    assertThat(Gauges.V2.isDeclaredAt(byValue, ROOT)).isFalse();
    assertThat(Gauges.V2.check(byValue, ROOT))
        .containsExactly(
            Finding.builder()
                .rule(SchemaConvention.VERSION)
                .node(ROOT)
                .pointer(JsonPointer.of("attributes", "gauge", "version"))
                .message(
                    "the node states version 3.1 of example:gauge, whose form may be another one")
                .expected("version 2.0 or earlier")
                .found("\"3.1\"")
                .fix("validate it as version 3.1, or write it anew as version 2.0")
                .build());
  }

  @Test
  void aLaterVersionIsSeenInTheUrlAsWell() {
    GroupSpec byUrl = entry("uuid", Gauges.UUID, "schema_url", Gauges.url("3.1"));
    assertThat(Gauges.V2.check(byUrl, ROOT))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.rule()).isEqualTo(SchemaConvention.VERSION);
              assertThat(found.found()).contains("\"" + Gauges.url("3.1") + "\"");
            });
    assertThat(basis(Gauges.V2, entry("uuid", Gauges.UUID, "schema_url", Gauges.url("1.0"))))
        .isEmpty();
  }

  @Test
  void aPlaceForTheVersionNeedNotBeASign() {
    SchemaConvention convention =
        new SchemaConvention(
            Gauges.withProbe("/gauge", "1.0"),
            JsonPointer.of("gauge", "version"),
            CoreRules.CHOICE);
    assertThat(basis(convention, Gauges.stating("0.9"))).contains(Basis.PRESENCE);
    assertThat(basis(convention, Gauges.stating("1.1"))).contains(Basis.LATER_VERSION);
    assertThat(convention.check(Gauges.stating("1.1"), ROOT))
        .extracting(Finding::rule)
        .containsExactly(CoreRules.CHOICE);
  }

  @Test
  void amongVersionsTheMostSpecificStatementCounts() {
    assertThat(declared(Gauges.BOTH, Gauges.stating("1.0"))).containsExactly("1.0 VALUE");
    assertThat(declared(Gauges.BOTH, Gauges.stating("2.0"))).containsExactly("2.0 VALUE");
    assertThat(declared(Gauges.BOTH, Gauges.stating("2.5"))).containsExactly("2.0 LATER_VERSION");
    assertThat(declared(Gauges.BOTH, entry("schema_url", Gauges.url("1.0"))))
        .containsExactly("1.0 URL");
    assertThat(declared(Gauges.BOTH, entry("uuid", Gauges.UUID))).containsExactly("2.0 UUID");
    assertThat(declared(Gauges.BOTH, GroupSpec.empty())).isEmpty();
  }

  @Test
  void theLastVersionIsMeantWhereNoneIsNamed() {
    Conventions many =
        new Conventions(List.of(Gauges.version("0.10"), Gauges.version("0.9"), Gauges.V1));
    assertThat(many.all()).extracting(c -> c.id().version()).containsExactly("0.9", "0.10", "1.0");
    assertThat(many.named("example:gauge")).isSameAs(Gauges.V1);
  }

  private static List<String> declared(Conventions conventions, NodeSpec tree) {
    return conventions.declaredAt(tree, ROOT).stream()
        .map(found -> found.convention().id().version() + " " + found.basis())
        .toList();
  }

  private static Optional<Basis> basis(Convention convention, NodeSpec tree) {
    return convention.basisAt(tree, ROOT);
  }

  private static GroupSpec entry(String... namesAndTexts) {
    JsonObject.Builder entry = JsonObject.builder();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      entry.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return Gauges.listing(entry.build());
  }
}
