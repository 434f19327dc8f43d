package dev.espalier.cli.command;

import dev.espalier.cli.option.PolicyOption;
import dev.espalier.cli.output.ConversionJson;
import dev.espalier.cli.output.PlanText;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.plan.WritePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what {@code create} would do. */
@Command(
    name = "plan",
    header = "Say what create would do to each node, and write nothing.",
    description =
        "A line for each node: create, keep, update (its document only), replace or delete; what it"
            + " is, and what its elements take before they are encoded. The last line sums up.",
    footer = {
      "",
      "With --json: {\"target\", \"policy\", \"plan\": {\"objects\", \"element_bytes\",",
      "\"actions\", \"findings\", \"nodes\"}}.",
      "",
      "Example:",
      "  espalier plan spec.json cells.zarr --policy merge"
    })
final class PlanCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "SPEC.json",
      description = "The declaration, as create takes it.")
  private String spec = "";

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "The Zarr directory that would be written.")
  private String target = "";

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private FollowOption follow = new FollowOption();

  PlanCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    DeclaredHierarchy hierarchy = DeclaredHierarchy.read(spec, follow.convention(), format.id());
    DeclaredHierarchy.Ready ready = hierarchy.plan(target, policy.policy());
    WritePlan plan = ready.plan();
    warn(ready.report());
    if (json()) {
      print(
          JsonObject.builder()
              .put("target", plan.target())
              .put("policy", PolicyOption.wordOf(plan.policy()))
              .put("plan", ConversionJson.plan(plan))
              .build());
    } else {
      new PlanText(terminal().style()).lines(plan).forEach(terminal()::print);
    }
    return ExitCode.OK;
  }
}
