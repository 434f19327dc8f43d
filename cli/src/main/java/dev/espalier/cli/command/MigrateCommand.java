package dev.espalier.cli.command;

import dev.espalier.cli.option.SourceOption;
import dev.espalier.cli.output.MigrationJson;
import dev.espalier.cli.output.PlanText;
import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.FindingText;
import dev.espalier.cli.terminal.ProgressMeter;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.convert.Overlap;
import dev.espalier.model.convention.Migrated;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Report;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.hierarchy.Planned;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.zarr.Zarr2Migration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a hierarchy anew in another version of its convention. */
@Command(
    name = "migrate",
    sortOptions = false,
    header = "Write a hierarchy anew in another version of its convention, or of Zarr.",
    description = {
      "Every node that declares another version of the convention is brought to the one asked"
          + " for, step by step, with its elements. What the convention does not speak of comes"
          + " along. Nothing is changed in place unless --in-place says so; nothing is written if"
          + " the result breaks a rule.",
      "With --to zarr3, a Zarr v2 directory becomes Zarr v3 by metadata alone: chunks stay what they"
          + " are, byte for byte, wherever Zarr v3 has words for them. Other arrays are encoded"
          + " anew. --dry-run says which is which.",
    },
    footer = {
      "",
      "With --json: {\"source\", \"target\", \"convention\", \"written\", \"changes\",",
      "\"valid\", \"findings\", \"plan\"}. A change is an edit as fix prints it, or",
      "{\"op\": \"compute_array\", \"node\", \"from\", \"data_type\", \"shape\"}.",
      "",
      "Example:",
      "  espalier migrate old.zarr new.zarr --to 0.5 --dry-run",
      "  espalier migrate v2.zarr --to zarr3 --in-place --dry-run"
    })
final class MigrateCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "LOCATION[#/path]",
      description = "An HDF5 file or a Zarr directory; with --as, the node in it that is meant.")
  private String source = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "The Zarr directory to write; none with --in-place.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "[ID@]VERSION|zarr3",
      required = true,
      description =
          "The version to be. Without ID, that of the only convention that the data declares; zarr3"
              + " for the format of a Zarr v2 directory.")
  private String to = "";

  @Option(
      names = "--as",
      paramLabel = "ID@VERSION",
      description = "The convention and version that the data follows, whatever it declares.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Say what would change and be written, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--in-place",
      description =
          "With --to zarr3: write the documents of Zarr v3 beside those that stand there, instead of"
              + " a copy.")
  private boolean inPlace;

  @Option(
      names = "--remove-v2",
      description = "With --in-place: remove the documents of Zarr v2 in the end.")
  private boolean removeOld;

  @Option(
      names = "--skip-unsupported",
      description =
          "With --to zarr3: leave out what cannot be read, instead of writing nothing at all.")
  private boolean skip;

  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();
  @Mixin private ConsolidateOption consolidate = new ConsolidateOption();

  MigrateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    if (target.isPresent() == inPlace) {
      throw new RequestException(
          inPlace
              ? "--in-place writes where the hierarchy stands; leave out TARGET"
              : "TARGET is missing: where is the result to be written?");
    }
    if (to.equals(FormatMigration.ZARR3)) {
      if (!consolidated.options().equals(OpenOptions.defaults())) {
        throw new RequestException(
            "--consolidated is about conventions; --to zarr3 always reads the documents themselves");
      }
      return migrateFormat();
    }
    if (inPlace || removeOld || skip) {
      throw new RequestException(
          "--in-place, --remove-v2 and --skip-unsupported go with --to zarr3; another version of a"
              + " convention is written anew");
    }
    SourceOption from = SourceOption.parse(source);
    WritePolicy chosen = policy.policy();
    Location place = new Location(target());
    if (chosen == WritePolicy.REPLACE || chosen == WritePolicy.MERGE) {
      Overlap.refuse(from.location(), place, WritePolicy.REPLACE);
    }
    Espalier espalier = Espalier.load().writing(TargetFormat.ID);
    try (Hierarchy hierarchy = espalier.open(from.location(), consolidated.options())) {
      MigrationChoice choice = MigrationChoice.parse(as, to, from.node(), espalier.conventions());
      Migrated migrated = choice.migrate(hierarchy);
      Planned planned =
          espalier.plan(hierarchy.bind(migrated), migrated.convention(), place, chosen);
      return carryOut(migrated, planned);
    }
  }

  private String target() {
    return target.orElseThrow();
  }

  private ExitCode migrateFormat() {
    if (as.isPresent()) {
      throw new RequestException("--as names a convention, and --to zarr3 is about the format");
    }
    SourceOption from = SourceOption.parse(source);
    if (!from.node().isRoot()) {
      throw new RequestException(
          "#" + from.node() + " names a node; a hierarchy becomes Zarr v3 as a whole");
    }
    FormatMigration asked =
        new FormatMigration(from.location(), target, policy.policy(), removeOld, skip);
    target.ifPresent(
        place -> Overlap.refuse(from.location(), new Location(place), WritePolicy.REPLACE));
    try (Zarr2Migration migration = asked.prepare()) {
      WritePlan plan;
      try {
        plan = asked.plan(migration);
      } catch (InvalidHierarchyException e) {
        if (!json()) {
          asked.lines(migration, terminal().style(), "not written").forEach(terminal()::print);
        }
        throw e;
      }
      warn(plan.report());
      consolidate.before(plan.target());
      if (!dryRun) {
        try (Workshop workshop = new Workshop(interruption());
            ProgressMeter meter = ProgressMeter.start(terminal(), "writing", plan.elementBytes())) {
          asked.write(migration, plan, workshop.execution(meter));
        }
        consolidate.after(plan.target());
      }
      if (json()) {
        print(asked.json(migration, plan, !dryRun));
      } else {
        String done = dryRun ? "would be written" : "written";
        asked.lines(migration, terminal().style(), done).forEach(terminal()::print);
      }
      return ExitCode.OK;
    }
  }

  private ExitCode carryOut(Migrated migrated, Planned planned) {
    boolean ready = planned.report().isValid() && planned.plan().isPresent();
    Report report = planned.report();
    boolean written = false;
    if (ready && !dryRun) {
      report = write(planned);
      written = planned.plan().map(WritePlan::changesAnything).orElse(false);
    }
    if (json()) {
      print(MigrationJson.of(source, target(), migrated, planned, report, written));
    } else {
      tell(migrated, planned, report, ready);
    }
    return ready ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private Report write(Planned planned) {
    long bytes = planned.plan().map(WritePlan::elementBytes).orElse(0L);
    try (Workshop workshop = new Workshop(interruption());
        ProgressMeter meter = ProgressMeter.start(terminal(), "writing", bytes)) {
      Report report = planned.apply(workshop.execution(meter));
      if (report.isValid()) {
        consolidate.after(target());
      }
      return report;
    }
  }

  private void tell(Migrated migrated, Planned planned, Report report, boolean ready) {
    String done = !ready ? "not written" : dryRun ? "would be written" : "written";
    terminal()
        .print(
            target()
                + " as "
                + migrated.convention().id()
                + ": "
                + Amounts.of(migrated.changes().size(), "change")
                + ", "
                + done);
    migrated.changes().forEach(change -> terminal().print("  " + change.describe()));
    if (dryRun) {
      planned
          .plan()
          .map(plan -> new PlanText(terminal().style()).lines(plan))
          .ifPresent(lines -> lines.forEach(line -> terminal().print("  " + line)));
    }
    new FindingText(terminal().style()).of(report).forEach(terminal()::print);
  }
}
