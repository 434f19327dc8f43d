package dev.espalier.cli.output;

import dev.espalier.model.convention.Migrated;
import dev.espalier.model.finding.Report;
import dev.espalier.model.hierarchy.Planned;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;

/** Migrations as JSON. */
public final class MigrationJson {
  private MigrationJson() {}

  /**
   * The one document that tells of a migration.
   *
   * @param report what was found, on elements as well where they were written
   * @param written whether the target was written
   */
  public static JsonObject of(
      String source,
      String target,
      Migrated migrated,
      Planned planned,
      Report report,
      boolean written) {
    return JsonObject.builder()
        .put("source", source)
        .put("target", target)
        .put("convention", migrated.convention().id().toString())
        .put("written", written)
        .put(
            "changes",
            new JsonArray(migrated.changes().stream().map(c -> (JsonValue) c.toJson()).toList()))
        .put("valid", report.isValid())
        .put("findings", FindingJson.of(report))
        .put("plan", planned.plan().<JsonValue>map(ConversionJson::plan).orElse(JsonNull.NULL))
        .build();
  }
}
