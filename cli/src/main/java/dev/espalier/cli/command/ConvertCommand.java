package dev.espalier.cli.command;

import dev.espalier.cli.option.AxesOption;
import dev.espalier.cli.option.ChunksOption;
import dev.espalier.cli.option.CodecOption;
import dev.espalier.cli.option.ConventionOption;
import dev.espalier.cli.option.MapOption;
import dev.espalier.cli.option.ShapeOption;
import dev.espalier.cli.option.SourceOption;
import dev.espalier.cli.option.VoxelSizeOption;
import dev.espalier.cli.output.ConversionJson;
import dev.espalier.cli.output.ConversionText;
import dev.espalier.cli.output.PlanText;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.ProgressMeter;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.convert.Conversion;
import dev.espalier.convert.ConversionRequest;
import dev.espalier.convert.LayoutChoice;
import dev.espalier.convert.Verification;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries a hierarchy from one format to another, and into a convention if one is named. */
@Command(
    name = "convert",
    sortOptions = false,
    header = "Write a hierarchy as Zarr, and say what became of every object.",
    description =
        "Without --as, paths and values stay as they are, and #/path converts only that node and"
            + " what is below it. With --as, the named node becomes the subject of the convention,"
            + " and the rest comes along.",
    footer = {
      "",
      "With --json: {\"source\", \"target\", \"convention\", \"subject\", \"written\", \"plan\",",
      "\"report\": {\"counts\", \"objects\", \"added\"}, \"verification\"}.",
      "",
      "Example:",
      "  espalier convert samples/cells.h5#/acquisition/run1/image cells.ome.zarr \\",
      "      --as ngff:image@0.5 --axes czyx --voxel-size element_size_um"
    })
final class ConvertCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "SOURCE[#/path]",
      description =
          "An HDF5 file, a Zarr directory or archive or the URL of a directory, and the node in it"
              + " that is meant.")
  private String source = "";

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "The Zarr directory to write, or an archive .zip or .ozx.")
  private String target = "";

  @Option(
      names = "--as",
      paramLabel = "ID[@VERSION]",
      description = "The convention that the result follows.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--axes",
      paramLabel = "czyx",
      description = "The axes of the subject, slowest first.")
  private Optional<String> axes = Optional.empty();

  @Option(
      names = "--voxel-size",
      paramLabel = "z=0.5um,...|ATTRIBUTE",
      description =
          "The distance between elements: a length for each axis, or an attribute of the subject"
              + " (/path@name: of another node) with a number for each space axis, in their order."
              + " Its unit is what NAME_unit says, or what its name ends in (element_size_um).")
  private Optional<String> voxelSize = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "A JSON object of source paths and their new paths, or null to leave one out:"
              + " {\"/raw/image\": \"/image\", \"/scratch\": null}. A group takes along what is"
              + " below it.")
  private Optional<String> map = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
  private boolean dryRun;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--codec",
      paramLabel = "CODEC",
      description =
          "none, zstd, zstd:5, gzip:6, zstd+crc32c, NAME{PARAMETERS}, or a JSON list of codecs.")
  private Optional<String> codec = Optional.empty();

  @Option(
      names = "--chunks",
      paramLabel = "1,256,256",
      description =
          "The shape of chunks, for arrays of that rank; or, as in 100*4+7,64, chunks of varying"
              + " extents, for arrays whose extents are these sums. Default, and \"auto\": as in the"
              + " source, if that is sensible.")
  private Optional<String> chunks = Optional.empty();

  @Option(
      names = "--shards",
      paramLabel = "16,1024,1024",
      description = "The shape of shards, a multiple of the chunks', for arrays of that rank.")
  private Optional<String> shards = Optional.empty();

  @Option(
      names = "--verify",
      description = "Read what was written, and compare every element and attribute.")
  private boolean verify;

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();
  @Mixin private FillChunksOption fillChunks = new FillChunksOption();
  @Mixin private ConsolidateOption consolidate = new ConsolidateOption();

  ConvertCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    if (dryRun && verify) {
      throw new RequestException("--dry-run writes nothing, so there is nothing to --verify");
    }
    SourceOption from = SourceOption.parse(source);
    Backends backends = Backends.load();
    ConversionRequest.Builder request =
        ConversionRequest.builder()
            .node(from.node())
            .target(new Location(target))
            .format(format.backend())
            .policy(policy.policy())
            .layout(layout())
            .fillChunks(fillChunks.fillChunks());
    as.ifPresent(id -> request.convention(ConventionOption.of(Conventions.load(), id)));
    axes.ifPresent(text -> request.axes(AxesOption.parse(text)));
    voxelSize.ifPresent(text -> request.spacing(VoxelSizeOption.parse(text)));
    map.ifPresent(file -> request.mapping(MapOption.read(file)));
    consolidate.before(target);
    try (OpenHierarchy hierarchy = backends.open(from.location(), consolidated.options())) {
      return convert(from, Conversion.prepare(request.source(hierarchy).build()));
    }
  }

  private LayoutChoice layout() {
    LayoutChoice.Builder layout = LayoutChoice.builder();
    codec.ifPresent(text -> layout.codecs(CodecOption.parse(text)));
    chunks.flatMap(text -> ChunksOption.parse("--chunks", text)).ifPresent(layout::chunkGrid);
    shards.flatMap(text -> ShapeOption.parse("--shards", text)).ifPresent(layout::shardShape);
    return layout.build();
  }

  private ExitCode convert(SourceOption from, Conversion conversion) {
    conversion
        .subject()
        .filter(subject -> !subject.equals(from.node()))
        .ifPresent(subject -> terminal().say(subject + " is the only array that fits; using it"));
    warn(conversion.plan().report());
    Optional<Verification> verification = Optional.empty();
    if (!dryRun) {
      verification = write(conversion);
    }
    boolean written = !dryRun && conversion.plan().changesAnything();
    if (json()) {
      print(ConversionJson.of(source, as, conversion, written, verification));
    } else {
      tell(conversion, verification);
    }
    return verification.map(Verification::isEqual).orElse(true) ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private Optional<Verification> write(Conversion conversion) {
    long bytes = conversion.plan().elementBytes();
    try (Workshop workshop = new Workshop(interruption())) {
      try (ProgressMeter meter = ProgressMeter.start(terminal(), "writing", bytes)) {
        conversion.run(workshop.execution(meter));
      }
      consolidate.after(target);
      if (!verify) {
        return Optional.empty();
      }
      try (ProgressMeter meter = ProgressMeter.start(terminal(), "verifying", bytes)) {
        return Optional.of(conversion.verify(workshop.execution(meter)));
      }
    }
  }

  private void tell(Conversion conversion, Optional<Verification> verification) {
    ConversionText text = new ConversionText(terminal().style());
    String done = dryRun ? "would be written" : "written";
    terminal().print(target + ": " + ConversionText.summary(done, conversion.plan()));
    if (dryRun) {
      new PlanText(terminal().style())
          .nodes(conversion.plan())
          .forEach(line -> terminal().print("  " + line));
    }
    text.report(conversion).forEach(terminal()::print);
    verification.map(text::verification).ifPresent(lines -> lines.forEach(terminal()::print));
  }
}
