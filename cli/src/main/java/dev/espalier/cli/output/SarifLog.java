package dev.espalier.cli.output;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Severity;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results of checks in the form of code scanners.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifLog {
  private final String version;
  private final Map<String, Integer> indexOfRule = new LinkedHashMap<>();
  private final List<JsonValue> rules = new ArrayList<>();
  private final List<JsonValue> results = new ArrayList<>();
  private final List<JsonValue> notifications = new ArrayList<>();

  private SarifLog(String version) {
    this.version = version;
  }

  /**
   * The log of one run.
   *
   * @param version the version of Espalier
   */
  public static JsonObject of(
      String version, List<CheckResult> results, List<CheckResult.Failed> failed) {
    SarifLog log = new SarifLog(version);
    results.forEach(log::add);
    failed.forEach(log::add);
    return log.build(failed.isEmpty());
  }

  private void add(CheckResult checked) {
    checked.rules().forEach(rule -> add(rule, checked.report()));
    checked.report().findings().forEach(finding -> results.add(result(checked, finding)));
  }

  private void add(Rule rule, Report report) {
    if (indexOfRule.putIfAbsent(rule.id(), rules.size()) == null) {
      String level = level(report.profile().severityOf(rule).orElse(Severity.INFO));
      String origin = rule.origin().name().toLowerCase(Locale.ROOT);
      rules.add(
          JsonObject.builder()
              .put("id", rule.id())
              .put("shortDescription", text(rule.text()))
              .put("help", text(rule.text() + " (" + rule.level() + ", " + origin + ")"))
              .put("defaultConfiguration", JsonObject.of("level", JsonValue.of(level)))
              .put(
                  "properties",
                  JsonObject.builder()
                      .put("level", rule.level().name())
                      .put("origin", origin)
                      .build())
              .build());
    }
  }

  private JsonObject result(CheckResult checked, Finding finding) {
    String id = finding.rule().id();
    String place = finding.node() + "#" + finding.pointer();
    return JsonObject.builder()
        .put("ruleId", id)
        .put("ruleIndex", indexOfRule.getOrDefault(id, -1))
        .put("level", level(checked.report().severityOf(finding)))
        .put("message", text(CheckResult.text(finding)))
        .put("locations", JsonArray.of(location(checked.location(), place)))
        .put("partialFingerprints", JsonObject.of("espalier/v1", JsonValue.of(id + " " + place)))
        .put("properties", properties(checked, finding))
        .build();
  }

  private static JsonObject properties(CheckResult checked, Finding finding) {
    JsonObject.Builder out = JsonObject.builder();
    checked.convention().ifPresent(convention -> out.put("convention", convention));
    out.put("node", finding.node().toString()).put("pointer", finding.pointer().toString());
    finding.expected().ifPresent(text -> out.put("expected", text));
    finding.found().ifPresent(text -> out.put("found", text));
    finding.fix().ifPresent(text -> out.put("fix", text));
    if (!finding.edits().isEmpty()) {
      out.put(
          "edits",
          new JsonArray(
              finding.edits().stream().map(Edit::toJson).map(JsonValue.class::cast).toList()));
    }
    return out.build();
  }

  private void add(CheckResult.Failed failed) {
    notifications.add(
        JsonObject.builder()
            .put("level", "error")
            .put("message", text(failed.message()))
            .put("locations", JsonArray.of(physical(failed.location()).build()))
            .build());
  }

  private JsonObject build(boolean successful) {
    JsonObject driver =
        JsonObject.builder()
            .put("name", "espalier")
            .put("version", version)
            .put("rules", new JsonArray(rules))
            .build();
    JsonObject invocation =
        JsonObject.builder()
            .put("executionSuccessful", successful)
            .put("toolExecutionNotifications", new JsonArray(notifications))
            .build();
    JsonObject run =
        JsonObject.builder()
            .put("tool", JsonObject.of("driver", driver))
            .put("invocations", JsonArray.of(invocation))
            .put("results", new JsonArray(results))
            .build();
    return JsonObject.builder()
        .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .put("version", "2.1.0")
        .put("runs", JsonArray.of(run))
        .build();
  }

  private static JsonObject location(String location, String place) {
    JsonObject logical =
        JsonObject.builder().put("fullyQualifiedName", place).put("kind", "member").build();
    return physical(location).put("logicalLocations", JsonArray.of(logical)).build();
  }

  private static JsonObject.Builder physical(String location) {
    JsonObject artifact = JsonObject.of("uri", JsonValue.of(ArtifactUri.of(location)));
    return JsonObject.builder()
        .put("physicalLocation", JsonObject.of("artifactLocation", artifact));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static JsonObject text(String text) {
    return JsonObject.of("text", JsonValue.of(text));
  }
}
