package dev.espalier.cli;

import dev.espalier.cli.command.EspalierCommand;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Interruption;
import dev.espalier.cli.terminal.Terminal;
import java.io.PrintStream;

/** The entrance of the {@code espalier} command. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Interruption interruption = Interruption.of(Thread.currentThread());
    Terminal terminal = Terminal.ofProcess();
    int code = run(args, terminal, interruption);
    interruption.finish();
    System.exit(code);
  }

  /**
   * Runs a command within a process that goes on.
   *
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, Terminal.of(out, err), Interruption.none());
  }

  private static int run(String[] args, Terminal terminal, Interruption interruption) {
    int code = EspalierCommand.run(args, terminal, interruption);
    boolean lost = terminal.out().checkError();
    terminal.err().flush();
    if (lost && code == ExitCode.OK.code()) {
      terminal.say("standard output could not be written");
      return ExitCode.TARGET_NOT_WRITTEN.code();
    }
    return code;
  }
}
