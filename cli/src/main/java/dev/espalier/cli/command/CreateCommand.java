package dev.espalier.cli.command;

import dev.espalier.cli.option.JsonFile;
import dev.espalier.cli.output.ConversionJson;
import dev.espalier.cli.output.ConversionText;
import dev.espalier.cli.spec.SpecDocument;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.ProgressListener;
import dev.espalier.model.spi.WritableBackend;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a hierarchy that is declared as data. */
@Command(
    name = "create",
    header = "Write a hierarchy that a JSON document declares.",
    description = "Its arrays are empty: every element has the fill value.",
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
      "With --json: {\"target\", \"plan\": {\"objects\", \"element_bytes\", \"findings\",",
      "\"nodes\"}}.",
      "",
      "Example:",
      "  espalier create spec.json empty.zarr"
    })
final class CreateCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "SPEC.json", description = "The declaration.")
  private String spec = "";

  @Parameters(index = "1", paramLabel = "TARGET", description = "The Zarr directory to write.")
  private String target = "";

  @Option(names = "--overwrite", description = "Replace what stands at the target.")
  private boolean overwrite;

  CreateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    NodeSpec root = SpecDocument.read(spec, JsonFile.read(spec));
    WritableBackend format = Backends.load().writable(TargetFormat.ID);
    WritePolicy policy = overwrite ? WritePolicy.REPLACE : WritePolicy.FAIL;
    WritePlan plan = plan(format, root, policy);
    warn(plan);
    try (Workshop workshop = new Workshop(interruption())) {
      BoundHierarchy hierarchy = new BoundHierarchy(root, Map.of());
      format.write(plan, hierarchy, workshop.execution(ProgressListener.none()));
    }
    if (json()) {
      print(
          JsonObject.builder()
              .put("target", plan.target())
              .put("plan", ConversionJson.plan(plan))
              .build());
    } else {
      terminal().print(target + ": created, " + ConversionText.summary(plan));
    }
    return ExitCode.OK;
  }

  private WritePlan plan(WritableBackend format, NodeSpec root, WritePolicy policy) {
    try {
      return format.plan(root, new Location(target), policy);
    } catch (UnsupportedException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e); // a target of another kind
    }
  }
}
