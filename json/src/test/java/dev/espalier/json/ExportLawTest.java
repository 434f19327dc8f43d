package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.document.ExampleTree;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.jsonschema.Export;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.jsonschema.NotExpressible;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two judges of the same hierarchies: the matcher, and the exported JSON Schema. */
class ExportLawTest {
  private static final int TREES = 3_000;

  static Stream<Schema> conventions() {
    return ExportedConventions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void exportsAreSchemasOfDraft202012(Schema schema) {
    for (Export export :
        List.of(
            JsonSchemaExport.tree(schema),
            JsonSchemaExport.metadata(schema),
            JsonSchemaExport.attributes(schema))) {
      assertThat(JsonSchemaChecker.ofSchemas().check(export.schema())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void theExampleFollowsTheConventionAndItsExport(Schema schema) {
    NodeSpec example = ExampleTree.of(schema);

    assertThat(Matcher.of(schema).match(example, NodePath.root()).findings()).isEmpty();
    assertThat(tree(schema).check(NodeForms.flat(example))).isEmpty();
    assertThat(
            JsonSchemaChecker.of(JsonSchemaExport.metadata(schema).schema())
                .check(NodeForms.metadata(example)))
        .isEmpty();
    assertThat(
            JsonSchemaChecker.of(JsonSchemaExport.attributes(schema).schema())
                .check(example.attributes().toJson()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void theExportOfAWholeHierarchyAgreesWithTheMatcher(Schema schema) {
    JsonSchemaChecker checker = tree(schema);
    assertAgreement(
        schema,
        JsonSchemaExport.tree(schema),
        tree -> checker.check(NodeForms.flat(tree)).isEmpty(),
        finding -> true);
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void theExportOfOneDocumentAgreesWithTheMatcher(Schema schema) {
    Export export = JsonSchemaExport.metadata(schema);
    JsonSchemaChecker checker = JsonSchemaChecker.of(export.schema());
    assertAgreement(
        schema,
        export,
        tree -> checker.check(NodeForms.metadata(tree)).isEmpty(),
        finding -> finding.node().isRoot());
  }

  @Test
  void aDefinitionHasAnExportOfItsOwn() {
    JsonSchemaChecker checker =
        JsonSchemaChecker.of(
            JsonSchemaExport.metadata(ExportedConventions.TABLE, "layer").schema());
    NodeSpec example = ExampleTree.of(ExportedConventions.TABLE);

    assertThat(
            checker.check(
                NodeForms.metadata(example.find(NodePath.parse("layer_0")).orElseThrow())))
        .isEmpty();
    assertThat(checker.check(NodeForms.metadata(example))).isNotEmpty();
  }

  /**
   * No tree that fits is refused, and none is let pass that breaks a rule that is not listed.
   *
   * @param concerns whether a finding is about what the export is about
   */
  private static void assertAgreement(
      Schema schema, Export export, Predicate<NodeSpec> valid, Predicate<Finding> concerns) {
    Matcher matcher = Matcher.of(schema);
    Set<String> listed =
        export.notExpressible().stream()
            .map(NotExpressible::rule)
            .map(rule -> rule.id())
            .collect(Collectors.toSet());
    RandomTrees trees = new RandomTrees(7);
    NodeSpec example = ExampleTree.of(schema);
    int[] seen = new int[2];
    Function<NodeSpec, List<Finding>> broken =
        tree ->
            matcher.match(tree, NodePath.root()).findings().stream()
                .filter(f -> f.rule().level() == Level.MUST && concerns.test(f))
                .toList();
    for (int i = 0; i < TREES; i++) {
      NodeSpec tree = trees.change(example, 1 + i % 4);
      List<Finding> findings = broken.apply(tree);
      if (findings.isEmpty()) {
        seen[0]++;
        assertThat(valid.test(tree)).as("%s", NodeForms.flat(tree)).isTrue();
      } else if (findings.stream().anyMatch(f -> !listed.contains(f.rule().id()))) {
        seen[1]++;
        assertThat(valid.test(tree)).as("%s %s", NodeForms.flat(tree), findings).isFalse();
      }
    }
    assertThat(seen[0]).as("trees that fit").isGreaterThan(TREES / 50);
    assertThat(seen[1]).as("trees that do not").isGreaterThan(TREES / 50);
  }

  private static JsonSchemaChecker tree(Schema schema) {
    return JsonSchemaChecker.of(JsonSchemaExport.tree(schema).schema());
  }
}
