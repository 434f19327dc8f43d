package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One image with an error that can be mended, a warning, and names that nobody should print. */
class ReportFormatTest {
  @TempDir private static Path directory;
  private static Path image = Path.of("");

  @BeforeAll
  static void makeAnImage() throws IOException {
    image = directory.resolve("an image.zarr");
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        """
        {"/": {"node_type": "group", "attributes": {"ome": {"version": "0.4\\u001b<&\\uffff\\u0000",
           "multiscales": [{"axes": [{"name": "y", "type": "space", "unit": "micrometer"},
                                     {"name": "x", "type": "space"}],
             "datasets": [{"path": "0", "coordinateTransformations": [
               {"type": "scale", "scale": [0.5, 0.5]}]}],
             "name": "cells", "type": "mean", "metadata": {}}]}}},
         "/0": {"node_type": "array", "shape": [4, 6], "data_type": "uint8",
                "dimension_names": ["y", "x"]}}
        """);
    Cli.succeed("create", spec, image);
  }

  @Test
  void sarifHasWhatItsReadersRequire() {
    Cli.Outcome outcome = Cli.run("validate", image, "--format", "sarif", "--as", "ngff:image");

    assertThat(outcome.code()).isEqualTo(1);
    JsonValue log = JsonReader.parse(outcome.out());
    assertThat(Cli.at(log, "version")).isEqualTo(JsonValue.of("2.1.0"));
    assertThat(text(log, "$schema")).endsWith("sarif-2.1.0.json");
    JsonValue run = Cli.at(log, "runs", "0");
    assertThat(Cli.at(run, "tool", "driver", "name")).isEqualTo(JsonValue.of("espalier"));
    assertThat(Cli.at(run, "invocations", "0", "executionSuccessful"))
        .isEqualTo(JsonValue.of(true));
    List<JsonValue> rules = elements(run, "tool", "driver", "rules");
    assertThat(rules).hasSizeGreaterThan(40);
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(text(rule, "id")).isNotBlank();
              assertThat(text(rule, "shortDescription", "text")).endsWith(".");
              assertThat(text(rule, "help", "text")).isNotBlank();
              assertThat(text(rule, "defaultConfiguration", "level"))
                  .isIn("error", "warning", "note");
            });
    assertThat(rules.stream().map(rule -> text(rule, "id"))).doesNotHaveDuplicates();

    List<JsonValue> results = elements(run, "results");
    assertThat(results.stream().map(r -> text(r, "ruleId") + " " + text(r, "level")))
        .containsExactlyInAnyOrder("ngff.image.version error", "ngff.image.axes.unit warning");
    assertThat(results)
        .allSatisfy(
            result -> {
              int index = Integer.parseInt(Cli.at(result, "ruleIndex").toString());
              assertThat(text(rules.get(index), "id")).isEqualTo(text(result, "ruleId"));
              assertThat(
                      text(result, "locations", "0", "physicalLocation", "artifactLocation", "uri"))
                  .isEqualTo("file://" + image.toString().replace(" ", "%20"));
            });
  }

  @Test
  void aSarifResultSaysWhereAndHowToMendIt() {
    Cli.Outcome outcome =
        Cli.run(
            "validate", image, "--format", "sarif", "--as", "ngff:image", "--profile", "schema");

    JsonValue result = Cli.at(JsonReader.parse(outcome.out()), "runs", "0", "results", "0");
    assertThat(text(result, "locations", "0", "logicalLocations", "0", "fullyQualifiedName"))
        .isEqualTo("/#/attributes/ome/version");
    assertThat(text(result, "message", "text"))
        .startsWith("\"version\" is \"0.4")
        .endsWith("\nfix: write \"0.5\"");
    assertThat(text(result, "properties", "node")).isEqualTo("/");
    assertThat(text(result, "properties", "pointer")).isEqualTo("/attributes/ome/version");
    assertThat(text(result, "properties", "convention")).isEqualTo("ngff:image@0.5");
    assertThat(outcome.out().chars()).allMatch(c -> c >= ' ' || c == '\n');
  }

  @Test
  void aSarifResultCarriesTheEditThatMendsIt() throws IOException {
    Path spec = directory.resolve("numbered.json");
    Files.writeString(
        spec,
        Files.readString(directory.resolve("spec.json"))
            .replaceFirst("\"version\": \"[^\"]*\"", "\"version\": 0.5"));
    Path numbered = directory.resolve("numbered.zarr");
    Cli.succeed("create", spec, numbered);

    Cli.Outcome outcome =
        Cli.run(
            "validate", numbered, "--format", "sarif", "--as", "ngff:image", "--profile", "schema");

    JsonValue result = Cli.at(JsonReader.parse(outcome.out()), "runs", "0", "results", "0");
    assertThat(text(result, "message", "text"))
        .endsWith("\nfix: write \"0.5\"\nedit: set attribute /ome/version of / to \"0.5\"");
    assertThat(Cli.at(result, "properties", "edits", "0", "op"))
        .isEqualTo(JsonValue.of("set_attribute"));
  }

  @Test
  void aLocationThatCannotBeReadIsToldAndDoesNotHideTheOthers() throws Exception {
    Path broken = directory.resolve("broken.h5");
    Files.writeString(broken, "not HDF5");

    Cli.Outcome sarif = Cli.run("validate", broken, image, "--format", "sarif");
    Cli.Outcome junit = Cli.run("validate", broken, image, "--format", "junit");

    assertThat(sarif.code()).isEqualTo(3);
    JsonValue run = Cli.at(JsonReader.parse(sarif.out()), "runs", "0");
    assertThat(Cli.at(run, "invocations", "0", "executionSuccessful"))
        .isEqualTo(JsonValue.of(false));
    assertThat(text(run, "invocations", "0", "toolExecutionNotifications", "0", "message", "text"))
        .contains("broken.h5");
    assertThat(elements(run, "results")).isNotEmpty();
    assertThat(junit.code()).isEqualTo(3);
    Element suites = parse(junit.out());
    assertThat(suites.getAttribute("errors")).isEqualTo("1");
    assertThat(only(suites, "error").getAttribute("message")).contains("broken.h5");
  }

  @Test
  void junitHasACaseForEachRuleAndOneFailureForEachThatIsBroken() throws Exception {
    Cli.Outcome outcome = Cli.run("validate", image, "--format", "junit", "--as", "ngff:image");

    assertThat(outcome.code()).isEqualTo(1);
    Element suites = parse(outcome.out());
    assertThat(suites.getTagName()).isEqualTo("testsuites");
    Element suite = only(suites, "testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo(image + " as ngff:image@0.5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    List<Element> cases = all(suite, "testcase");
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases.size()));
    assertThat(cases).hasSizeGreaterThan(40);
    assertThat(cases)
        .allSatisfy(c -> assertThat(c.getAttribute("classname")).isEqualTo("ngff:image@0.5"));
    Element failure = only(suite, "failure");
    assertThat(((Element) failure.getParentNode()).getAttribute("name"))
        .isEqualTo("ngff.image.version");
    assertThat(failure.getAttribute("type")).isEqualTo("ngff.image.version");
    assertThat(failure.getAttribute("message"))
        .startsWith("/ (/attributes/ome/version): \"version\" is \"0.4\\u001b<&\\uffff\\u0000\"");
    assertThat(failure.getTextContent()).contains("\nfix: write \"0.5\"");
  }

  @Test
  void aWarningIsTheOutputOfACaseThatPasses() throws Exception {
    Cli.Outcome outcome = Cli.run("validate", image, "--format", "junit", "--as", "ngff:image");

    Element out = only(parse(outcome.out()), "system-out");
    assertThat(((Element) out.getParentNode()).getAttribute("name"))
        .isEqualTo("ngff.image.axes.unit");
    assertThat(out.getTextContent())
        .isEqualTo(
            """
            warning: / (/attributes/ome/multiscales/0/axes): there is no unit for x
            expected: a unit such as "micrometer" or "second"
            found: no "unit"
            fix: name the unit of x""");
  }

  @Test
  void formatJsonIsTheSameAsJson() {
    assertThat(Cli.run("validate", image, "--format", "json").out())
        .isEqualTo(Cli.run("validate", image, "--json").out());
    assertThat(Cli.run("validate", image, "--format", "json", "--json").code()).isEqualTo(1);
    assertThat(Cli.run("validate", image, "--format", "text").out())
        .isEqualTo(Cli.run("validate", image).out());
  }

  @Test
  void aFormatThatIsNotKnownOrContradictedIsWrongUsage() {
    Cli.Outcome unknown = Cli.run("validate", image, "--format", "xml");
    Cli.Outcome both = Cli.run("validate", image, "--format", "junit", "--json");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo("espalier: --format xml: expected text, json, sarif or junit\n");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .isEqualTo("espalier: --json and --format junit contradict each other; give one of them\n");
  }

  private static Element parse(String xml) throws Exception {
    assertThat(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static Element only(Element below, String tag) {
    assertThat(all(below, tag)).as(tag).hasSize(1);
    return all(below, tag).get(0);
  }

  private static List<Element> all(Element below, String tag) {
    NodeList found = below.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<JsonValue> elements(JsonValue document, String... tokens) {
    return ((JsonArray) Cli.at(document, tokens)).elements();
  }

  private static String text(JsonValue document, String... tokens) {
    return ((JsonString) Cli.at(document, tokens)).value();
  }

  @Test
  void anEmptyRunIsAnEmptyLog() {
    Cli.Outcome missing = Cli.run("validate", directory.resolve("nothing"), "--format", "sarif");

    assertThat(missing.code()).isEqualTo(3);
    assertThat(((JsonObject) JsonReader.parse(missing.out())).has("runs")).isTrue();
  }
}
