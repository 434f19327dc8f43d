package dev.espalier.example.loaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coast.Mooring;
import coast.MooringConvention;
import coast.SensorBuilder;
import dev.espalier.example.Stored;
import dev.espalier.example.csr.CsrConvention;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.form.CodeBinding;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.hierarchy.Planned;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.spi.Location;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.work.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A convention that is read from JSON does all that the same one does that is compiled in. */
class LoadedConventionTest {
  private final Espalier espalier = Espalier.load();
  @TempDir private Path directory;

  /**
   * A convention and what follows it.
   *
   * @param compiled the convention as code
   * @param sound a hierarchy that follows it
   * @param broken the same with elements that break a rule on elements, if there is one
   */
  private record Case(
      SchemaConvention compiled, BoundHierarchy sound, Optional<BoundHierarchy> broken) {
    @Override
    public String toString() {
      return compiled.id().toString();
    }

    /** The convention from nothing but its JSON; notes which rules lack their code. */
    SchemaConvention loaded(Set<Rule> coded) {
      String text = JsonWriter.compact(SchemaForm.write(compiled.schema().orElseThrow()));
      return new SchemaConvention(
          SchemaForm.read((JsonObject) JsonReader.parse(text), new Noting(coded)));
    }

    SchemaConvention loaded() {
      return loaded(new HashSet<>());
    }
  }

  /** Has no code, and notes for which rules it was asked. */
  private record Noting(Set<Rule> coded) implements CodeBinding {
    @Override
    public Optional<Inspection> ofValue(List<Rule> rules) {
      coded.addAll(rules);
      return Optional.empty();
    }

    @Override
    public Optional<NodeInspection> ofNode(List<Rule> rules) {
      coded.addAll(rules);
      return Optional.empty();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(image(), Stored.bound(imageRoot(), imageArrays()), Optional.empty()),
        new Case(new CsrConvention(), csr(0, 2, 2, 3), Optional.of(csr(0, 2, 1, 3))),
        new Case(new MooringConvention(), mooring(0, 60, 120), Optional.of(mooring(0, 60, 60))));
  }

  private static SchemaConvention image() {
    return (SchemaConvention) Conventions.load().named("ngff:image@0.5");
  }

  private static GroupSpec imageRoot() {
    return GroupSpec.empty()
        .withAttributes(
            Attributes.of(
                (JsonObject)
                    JsonReader.parse(
                        """
                        {"ome": {"version": "0.5", "multiscales": [{
                          "name": "cells", "type": "mean", "metadata": {"method": "mean"},
                          "axes": [{"name": "y", "type": "space", "unit": "micrometer"},
                                   {"name": "x", "type": "space", "unit": "micrometer"}],
                          "datasets": [
                            {"path": "0", "coordinateTransformations": [
                              {"type": "scale", "scale": [1, 1]}]},
                            {"path": "1", "coordinateTransformations": [
                              {"type": "scale", "scale": [2, 2]},
                              {"type": "translation", "translation": [0.5, 0.5]}]}]}]}}
                        """)));
  }

  private static Map<String, NdArray> imageArrays() {
    return Map.of(
        "0", NdArray.of(new short[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 4).dimensionNames("y", "x"),
        "1", NdArray.of(new short[] {4, 5}, 1, 2).dimensionNames("y", "x"));
  }

  private static BoundHierarchy csr(int... indptr) {
    GroupSpec root =
        GroupSpec.empty()
            .withAttribute("encoding-type", JsonValue.of("csr_matrix"))
            .withAttribute("encoding-version", JsonValue.of("0.1.0"))
            .withAttribute("shape", JsonArray.ofLongs(3, 4));
    return Stored.bound(
        root,
        Map.of(
            "data", NdArray.of(new float[] {5, 6, 7}),
            "indices", NdArray.of(new int[] {1, 3, 0}),
            "indptr", NdArray.of(indptr)));
  }

  private static BoundHierarchy mooring(long... times) {
    Mooring.Sensor sensor =
        new SensorBuilder()
            .depth(3)
            .calibration(new Mooring.Table(List.of(1.0, 2.0), List.of(3.0, 4.0)))
            .temperature(NdArray.of(new float[] {7, 8, 9}))
            .hourly(NdArray.of(new float[] {8}))
            .build();
    return new MooringConvention()
        .write(
            MooringConvention.builder()
                .addPosition(54.18, 7.89)
                .operator("somebody")
                .time(NdArray.of(times))
                .putSensors("sensor_0", sensor)
                .build());
  }

  private Map<String, String> written(Case one, SchemaConvention convention, String name)
      throws IOException {
    Path target = directory.resolve(name);
    espalier
        .plan(one.sound(), convention, Location.of(target), WritePolicy.FAIL)
        .apply(Execution.onCallingThread());
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(target)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes.put(
            target.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itWritesTheSameBytes(Case one) throws IOException {
    Map<String, String> compiled = written(one, one.compiled(), "compiled.zarr");

    assertThat(compiled).hasSizeGreaterThan(4);
    assertThat(written(one, one.loaded(), "loaded.zarr")).isEqualTo(compiled);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itReadsTheSameTree(Case one) throws IOException {
    written(one, one.compiled(), "compiled.zarr");
    try (Hierarchy open = espalier.open(Location.of(directory.resolve("compiled.zarr")))) {
      String compiled = told(open.as(one.compiled()).node().orElseThrow());

      assertThat(told(open.as(one.loaded()).node().orElseThrow())).isEqualTo(compiled);
      assertThat(open.as(one.loaded()).extents(NodePath.root()))
          .isEqualTo(open.as(one.compiled()).extents(NodePath.root()));
      assertThat(one.loaded().basisAt(open.tree(), NodePath.root()))
          .isEqualTo(one.compiled().basisAt(open.tree(), NodePath.root()));
    }
  }

  /** Everything that a matched node says of itself and of what is below it. */
  private static String told(MatchedNode node) {
    StringBuilder text = new StringBuilder();
    text.append(node.path()).append(node.alternative()).append(node.spec().attributes().toJson());
    text.append(node.extraAttributes().toJson()).append(node.extraMembers().keySet()).append('\n');
    if (node.schema() instanceof NodeSchema.Group group) {
      for (Member member : group.members()) {
        String declared = member.name().toString();
        text.append(declared).append(":\n");
        node.members(declared).values().forEach(one -> text.append(told(one)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itFindsTheSameMistakesBesideThoseThatOnlyCodeFinds(Case one) {
    Set<Rule> coded = new HashSet<>();
    SchemaConvention loaded = one.loaded(coded);
    List<NodeSpec> mistakes = Mistakes.in(one.sound().root());
    int found = 0;
    for (NodeSpec mistake : mistakes) {
      List<Finding> compiled =
          one.compiled().check(mistake, NodePath.root()).stream()
              .filter(finding -> !coded.contains(finding.rule()))
              .toList();
      assertThat(
              loaded.check(mistake, NodePath.root()).stream()
                  .filter(finding -> !finding.rule().equals(CoreRules.RULE_CHECKED)))
          .as(mistake.toString())
          .containsExactlyElementsOf(compiled);
      found += compiled.size();
    }

    assertThat(mistakes).hasSizeGreaterThan(20);
    assertThat(found).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itRefusesTheSameInTheSameWords(Case one) {
    Set<Rule> coded = new HashSet<>();
    SchemaConvention loaded = one.loaded(coded);
    int refused = 0;
    for (NodeSpec mistake : Mistakes.in(one.sound().root())) {
      if (one.compiled().check(mistake, NodePath.root()).stream()
          .noneMatch(finding -> coded.contains(finding.rule()))) {
        Optional<String> reason = refusal(mistake, one.compiled());
        assertThat(refusal(mistake, loaded)).isEqualTo(reason);
        refused += reason.isPresent() ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(5);
  }

  private Optional<String> refusal(NodeSpec root, SchemaConvention convention) {
    Location target = Location.of(directory.resolve("refused.zarr"));
    Planned planned =
        espalier.plan(new BoundHierarchy(root, Map.of()), convention, target, WritePolicy.FAIL);
    try {
      planned.throwIfInvalid();
      return Optional.empty();
    } catch (InvalidHierarchyException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itRefusesElementsInTheSameWordsAndPublishesNothing(Case one) {
    if (one.broken().isEmpty()) {
      assertThat(one.compiled().elementDemands(one.sound().root(), NodePath.root())).isEmpty();
      return;
    }
    for (SchemaConvention convention : List.of(one.compiled(), one.loaded())) {
      Path target = directory.resolve("elements.zarr");
      Planned planned =
          espalier.plan(
              one.broken().orElseThrow(), convention, Location.of(target), WritePolicy.FAIL);

      assertThatThrownBy(() -> planned.apply(Execution.onCallingThread()))
          .isInstanceOf(InvalidHierarchyException.class)
          .hasMessageStartingWith("elements break rules, so nothing was published\n  /")
          .hasMessageMatching("(?s).*\n  /(indptr|time): [^\n]+");
      assertThat(target).doesNotExist();
    }
  }
}
