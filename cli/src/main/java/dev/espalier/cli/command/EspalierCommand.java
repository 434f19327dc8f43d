package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Interruption;
import dev.espalier.cli.terminal.Terminal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command itself, which only lists the commands below it. */
@Command(
    name = "espalier",
    synopsisSubcommandLabel = "COMMAND",
    description = "Hierarchies of arrays: look at them, check them, convert them, declare them.",
    footer = {
      "",
      "Exit codes: 0 done and valid; 1 findings of severity error, a failed",
      "verification, or hierarchies that differ; 2 wrong usage; 3 an input cannot be",
      "read; 4 the target exists; 5 the target could not be written; 70 a fault of",
      "espalier; 130 interrupted.",
      "",
      "A LOCATION is a Zarr directory (v3 or v2), a zip archive of one (.zip, .ozx), the",
      "URL of a directory (http://, https://), or an HDF5 file. A directory that is no node",
      "itself is searched for hierarchies below it.",
      "",
      "Example:",
      "  espalier inspect samples/cells.h5"
    })
public final class EspalierCommand implements Runnable {
  private EspalierCommand() {}

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(String[] args, Terminal terminal, Interruption interruption) {
    boolean debug = Arrays.asList(args).contains("--debug");
    try {
      return commandLine(new Surroundings(terminal, interruption), debug).execute(args);
    } catch (Throwable failure) { // the outermost place: what arrives here would end as a trace
      return fail(failure, terminal, interruption, debug);
    }
  }

  private static CommandLine commandLine(Surroundings around, boolean debug) {
    Terminal terminal = around.terminal();
    CommandLine line = new CommandLine(new EspalierCommand());
    line.getCommandSpec().version("espalier " + version());
    line.getCommandSpec()
        .addOption(flag("Print the version.", "-V", "--version").versionHelp(true).build());
    line.addSubcommand(new InspectCommand(around));
    line.addSubcommand(new ValidateCommand(around));
    line.addSubcommand(new FixCommand(around));
    line.addSubcommand(new ConvertCommand(around));
    line.addSubcommand(new MigrateCommand(around));
    line.addSubcommand(new PlanCommand(around));
    line.addSubcommand(new CreateCommand(around));
    line.addSubcommand(new DiffCommand(around));
    line.addSubcommand(new DumpCommand(around));
    line.addSubcommand(new DigestCommand(around));
    line.addSubcommand(new ChunksCommand(around));
    line.addSubcommand(new ResizeCommand(around));
    line.addSubcommand(new ConformanceCommand(around));
    line.addSubcommand(new ConsolidateCommand(around));
    line.addSubcommand(new InferCommand(around));
    line.addSubcommand(new SchemaCommand(around));
    line.addSubcommand(new SchemaDiffCommand(around));
    line.addSubcommand(new DocsCommand(around));
    line.addSubcommand(new ConventionsCommand(around));
    line.addSubcommand(new CodecsCommand(around));
    addHelp(line);
    line.getSubcommands().values().forEach(EspalierCommand::addHelp);
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setParameterExceptionHandler((e, words) -> misused(e, terminal));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> fail(e, terminal, around.interruption(), debug));
    return line;
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(flag("Print this help.", "-h", "--help").usageHelp(true).build());
  }

  private static OptionSpec.Builder flag(String description, String... names) {
    return OptionSpec.builder(names).description(description);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  static String version() {
    String version = EspalierCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  private static int misused(ParameterException e, Terminal terminal) {
    CommandLine command = e.getCommandLine();
    terminal.say(String.valueOf(e.getMessage()));
    terminal.say("see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private static int fail(
      Throwable failure, Terminal terminal, Interruption interruption, boolean debug) {
    if (interruption.isRequested()) {
      terminal.say("interrupted");
      return ExitCode.INTERRUPTED.code();
    }
    return terminal.report(failure, debug).code();
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(new CommandLine(this), "a command is missing");
  }
}
