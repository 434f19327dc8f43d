package dev.espalier.cli.output;

import dev.espalier.convert.Conversion;
import dev.espalier.convert.ConversionReport;
import dev.espalier.convert.Mismatch;
import dev.espalier.convert.ReportEntry;
import dev.espalier.convert.Verification;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import java.util.Optional;

/** Plans and conversions as JSON. */
public final class ConversionJson {
  private ConversionJson() {}

  /**
   * The one document of {@code convert}.
   *
   * @param written whether the target was written
   */
  public static JsonObject of(
      String source,
      Optional<String> convention,
      Conversion conversion,
      boolean written,
      Optional<Verification> verification) {
    return JsonObject.builder()
        .put("source", source)
        .put("target", conversion.plan().target())
        .put("convention", FindingJson.orNull(convention))
        .put("subject", FindingJson.orNull(conversion.subject().map(NodePath::toString)))
        .put("written", written)
        .put("plan", plan(conversion.plan()))
        .put("report", report(conversion.report()))
        .put(
            "verification",
            verification.<JsonValue>map(ConversionJson::verification).orElse(JsonNull.NULL))
        .build();
  }

  /** What is going to be written. */
  public static JsonObject plan(WritePlan plan) {
    return JsonObject.builder()
        .put("objects", plan.objects())
        .put("element_bytes", plan.elementBytes())
        .put("actions", actions(plan))
        .put("findings", FindingJson.of(plan.report()))
        .put("nodes", new JsonArray(plan.nodes().stream().map(n -> (JsonValue) node(n)).toList()))
        .build();
  }

  private static JsonObject actions(WritePlan plan) {
    JsonObject.Builder actions = JsonObject.builder();
    plan.counts().forEach((action, count) -> actions.put(PlanText.wordOf(action), count));
    return actions.build();
  }

  private static JsonObject node(PlannedNode node) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("path", node.path().toString())
            .put("action", PlanText.wordOf(node.action()));
    NodeJson.of(node.spec()).without("attributes").members().forEach(json::put);
    return json.put("objects", node.objects()).put("element_bytes", node.elementBytes()).build();
  }

  private static JsonObject report(ConversionReport report) {
    JsonObject.Builder counts = JsonObject.builder();
    report.counts().forEach((outcome, count) -> counts.put(outcome.toString(), count));
    return JsonObject.builder()
        .put("counts", counts.build())
        .put(
            "objects",
            new JsonArray(report.entries().stream().map(e -> (JsonValue) entry(e)).toList()))
        .put("added", JsonArray.ofStrings(report.added().stream().map(NodePath::toString).toList()))
        .build();
  }

  private static JsonObject entry(ReportEntry entry) {
    return JsonObject.builder()
        .put("path", entry.path())
        .put("attribute", FindingJson.orNull(entry.attribute()))
        .put("kind", entry.kind())
        .put("outcome", entry.outcome().toString())
        .put("target", FindingJson.orNull(entry.target().map(NodePath::toString)))
        .put("changes", JsonArray.ofStrings(entry.changes()))
        .put("reason", FindingJson.orNull(entry.reason()))
        .build();
  }

  private static JsonObject verification(Verification verification) {
    return JsonObject.builder()
        .put("equal", verification.isEqual())
        .put("arrays", verification.arrays())
        .put("elements", verification.elements())
        .put("attributes", verification.attributes())
        .put(
            "mismatches",
            new JsonArray(
                verification.mismatches().stream().map(m -> (JsonValue) mismatch(m)).toList()))
        .build();
  }

  private static JsonObject mismatch(Mismatch mismatch) {
    return JsonObject.builder()
        .put("path", mismatch.path().toString())
        .put("where", mismatch.where())
        .put("expected", mismatch.expected())
        .put("found", mismatch.found())
        .build();
  }
}
