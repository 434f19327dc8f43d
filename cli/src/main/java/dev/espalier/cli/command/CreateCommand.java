package dev.espalier.cli.command;

import dev.espalier.cli.output.ConversionJson;
import dev.espalier.cli.output.ConversionText;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.work.ProgressListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a hierarchy that is declared as data. */
@Command(
    name = "create",
    header = "Write a hierarchy that a JSON document declares.",
    description =
        "Its arrays are empty, so that every element has the fill value, unless --from says what"
            + " fills them.",
    footer = {
      "",
      "SPEC.json is an object with the path of each node as a name:",
      "  {\"/\": {\"node_type\": \"group\", \"attributes\": {\"made\": \"by hand\"}},",
      "   \"/a\": {\"node_type\": \"array\", \"shape\": [100, 90], \"data_type\": \"int16\"}}",
      "An array may say fill_value, dimension_names, attributes, chunk_grid,",
      "chunk_key_encoding and codecs as a zarr.json does, or chunks and shards as lists",
      "of extents. What it does not say is chosen; groups between nodes need not be",
      "declared.",
      "",
      "With --json: {\"target\", \"plan\": {\"objects\", \"element_bytes\", \"actions\",",
      "\"findings\", \"nodes\"}}.",
      "",
      "Example:",
      "  espalier create spec.json empty.zarr --as mooring.json"
    })
final class CreateCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "SPEC.json", description = "The declaration.")
  private String spec = "";

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "The Zarr directory to write, or an archive .zip or .ozx.")
  private String target = "";

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private FollowOption follow = new FollowOption();

  @Mixin private FillOption fill = new FillOption();
  @Mixin private FillChunksOption fillChunks = new FillChunksOption();
  @Mixin private ConsolidateOption consolidate = new ConsolidateOption();

  CreateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    consolidate.before(target);
    DeclaredHierarchy hierarchy = DeclaredHierarchy.read(spec, follow.convention(), format.id());
    DeclaredHierarchy.Ready ready =
        hierarchy.plan(target, policy.policy()).with(fillChunks.fillChunks());
    WritePlan plan = ready.plan();
    warn(ready.report());
    try (Workshop workshop = new Workshop(interruption())) {
      fill.fill(
          ready.root(),
          interruption(),
          filled -> ready.write(filled, workshop.execution(ProgressListener.none())));
    }
    consolidate.after(target);
    if (json()) {
      print(
          JsonObject.builder()
              .put("target", plan.target())
              .put("plan", ConversionJson.plan(plan))
              .build());
    } else {
      terminal().print(target + ": " + ConversionText.summary("created", plan));
    }
    return ExitCode.OK;
  }
}
