package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Interruption;
import dev.espalier.cli.terminal.Terminal;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands share: a form for programs, help, and a look at what went wrong. */
abstract class Subcommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(
      names = "--json",
      description = "Print one JSON document a line to standard output, and nothing else.")
  private boolean json;

  @Option(names = "--debug", description = "Print the stack trace of a failure.")
  private boolean debug;

  Subcommand(Surroundings around) {
    this.around = around;
  }

  /** Does the work; failures are thrown. */
  abstract ExitCode run();

  @Override
  public final Integer call() {
    return run().code();
  }

  final Terminal terminal() {
    return around.terminal();
  }

  final Interruption interruption() {
    return around.interruption();
  }

  /** Whether standard output is for programs, one document a line. */
  boolean json() {
    return json;
  }

  final boolean debug() {
    return debug;
  }

  /** Says what is worth knowing about what is going to be written. */
  final void warn(Report report) {
    for (Finding finding : report.findings()) {
      terminal().say(report.severityOf(finding) + ": " + finding.node() + ": " + finding.message());
    }
  }

  /** Prints a document in a line. */
  final void print(JsonValue document) {
    terminal().print(JsonWriter.compact(document));
  }
}
