package dev.espalier.cli.command;

import dev.espalier.cli.output.ConversionJson;
import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.Style;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.Zarr2Migration;
import dev.espalier.zarr.Zarr2Migration.Node;
import dev.espalier.zarr.Zarr2Migration.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was asked of a hierarchy of Zarr v2 that is to become one of Zarr v3.
 *
 * @param source the hierarchy
 * @param target where it goes; where it stands if nothing is named
 * @param policy what becomes of what stands at the target
 * @param removeOld whether the documents of Zarr v2 go afterwards
 * @param skip whether nodes that cannot be read are left out
 */
record FormatMigration(
    Location source, Optional<String> target, WritePolicy policy, boolean removeOld, boolean skip) {
  /** What {@code --to} calls the format. */
  static final String ZARR3 = "zarr3";

  private static final int WIDTH = 10;

  /** Checks what goes together. */
  FormatMigration {
    if (target.isPresent() && removeOld) {
      throw new RequestException("--remove-v2 goes with --in-place: a copy has no documents of v2");
    }
    if (target.isEmpty() && policy != WritePolicy.FAIL) {
      throw new RequestException("--policy is about a TARGET, and --in-place has none");
    }
  }

  Zarr2Migration prepare() {
    Zarr2Migration migration = Zarr2Migration.prepare(source);
    return skip ? migration.withoutUnreadable() : migration;
  }

  WritePlan plan(Zarr2Migration migration) {
    return target
        .map(place -> migration.plan(new Location(place), policy))
        .orElseGet(migration::planInPlace);
  }

  void write(Zarr2Migration migration, WritePlan plan, Execution execution) {
    migration.write(plan, execution);
    if (removeOld) {
      migration.removeOld();
    }
  }

  /** What is done to each node, and a sum before. */
  List<String> lines(Zarr2Migration migration, Style style, String done) {
    List<Node> nodes = migration.nodes();
    List<String> lines = new ArrayList<>();
    lines.add(
        target.orElse(source.text())
            + " as Zarr v3: "
            + Amounts.of(arrays(nodes, Way.METADATA), "array")
            + " by metadata alone, "
            + arrays(nodes, Way.ENCODE)
            + " encoded anew, "
            + nodes.stream().filter(node -> node.way() == Way.NONE).count()
            + " unsupported; "
            + done);
    for (Node node : nodes) {
      String word = word(node.way());
      lines.add(
          "  "
              + word
              + " ".repeat(WIDTH - word.length())
              + style.strong(node.path().toString())
              + "  "
              + style.typed(node.kind())
              + (node.reason().isEmpty() ? "" : "  " + node.reason()));
    }
    return lines;
  }

  private static long arrays(List<Node> nodes, Way way) {
    return nodes.stream().filter(node -> node.way() == way && node.kind().equals("array")).count();
  }

  private static String word(Way way) {
    return way == Way.NONE ? "none" : way.name().toLowerCase(Locale.ROOT);
  }

  /** The one document that tells of it. */
  JsonObject json(Zarr2Migration migration, WritePlan plan, boolean written) {
    JsonArray nodes =
        new JsonArray(
            migration.nodes().stream()
                .<JsonValue>map(
                    node ->
                        JsonObject.builder()
                            .put("path", node.path().toString())
                            .put("kind", node.kind())
                            .put("way", word(node.way()))
                            .put("reason", node.reason())
                            .build())
                .toList());
    return JsonObject.builder()
        .put("source", source.text())
        .put("target", target.orElse(source.text()))
        .put("format", ZARR3)
        .put("written", written)
        .put("nodes", nodes)
        .put("plan", ConversionJson.plan(plan))
        .build();
  }
}
