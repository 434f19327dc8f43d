package dev.espalier.cli.output;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Optional;

/** Findings as JSON. */
public final class FindingJson {
  private FindingJson() {}

  /** The findings of a report, in order. */
  public static JsonArray of(Report report) {
    return new JsonArray(
        report.findings().stream().map(finding -> (JsonValue) of(report, finding)).toList());
  }

  /**
   * The findings of a report, in order, each with its edits.
   *
   * @param editable whether the hierarchy is stored in a format that can be edited in place
   */
  public static JsonArray withEdits(Report report, boolean editable) {
    return new JsonArray(
        report.findings().stream()
            .map(finding -> (JsonValue) of(report, finding).with("edits", edits(finding, editable)))
            .toList());
  }

  private static JsonArray edits(Finding finding, boolean editable) {
    return new JsonArray(
        finding.edits().stream()
            .map(
                edit ->
                    (JsonValue)
                        edit.toJson()
                            .with("in_place", JsonValue.of(editable && edit.touchesMetadataOnly())))
            .toList());
  }

  private static JsonObject of(Report report, Finding finding) {
    return JsonObject.builder()
        .put("rule", finding.rule().id())
        .put("severity", report.severityOf(finding).toString())
        .put("node", finding.node().toString())
        .put("pointer", finding.pointer().toString())
        .put("message", finding.message())
        .put("expected", orNull(finding.expected()))
        .put("found", orNull(finding.found()))
        .put("fix", orNull(finding.fix()))
        .build();
  }

  /** A text, or {@code null} where there is none. */
  public static JsonValue orNull(Optional<String> text) {
    return text.map(JsonValue::of).orElse(JsonNull.NULL);
  }
}
