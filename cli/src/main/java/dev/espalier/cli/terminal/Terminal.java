package dev.espalier.cli.terminal;

import dev.espalier.model.error.InvalidHierarchyException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The streams of a command: results go to standard output, all words about them to the other. */
public final class Terminal {
  /** Which of the streams the launcher found to be terminals: {@code out}, {@code err}, or both. */
  private static final String TERMINALS = "espalier.terminals";

  private static final int BUFFER_BYTES = 1 << 16;

  private final PrintStream out;
  private final PrintStream err;
  private final Style style;
  private final boolean showsProgress;

  private Terminal(PrintStream out, PrintStream err, Style style, boolean showsProgress) {
    this.out = out;
    this.err = err;
    this.style = style;
    this.showsProgress = showsProgress;
  }

  /** The streams of this process. */
  public static Terminal ofProcess() {
    String terminals = System.getProperty(TERMINALS, "");
    boolean colour =
        terminals.contains("out")
            && System.getenv("NO_COLOR") == null
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        colour ? Style.COLOURED : Style.PLAIN,
        terminals.contains("err"));
  }

  /** Two streams that are no terminals. */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(out, err, Style.PLAIN, false);
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushed) {
    FileOutputStream bytes = new FileOutputStream(descriptor);
    return new PrintStream(
        new BufferedOutputStream(bytes, BUFFER_BYTES), flushed, StandardCharsets.UTF_8);
  }

  /** Where results go. */
  public PrintStream out() {
    return out;
  }

  /** Where messages and progress go. */
  public PrintStream err() {
    return err;
  }

  /** How text for people is dressed. */
  public Style style() {
    return style;
  }

  /** Whether somebody is there to see progress. */
  public boolean showsProgress() {
    return showsProgress;
  }

  /** A line for people, not part of the result. */
  public void say(String message) {
    out.flush(); // so that both streams, where they share a screen, come in the order of events
    err.println("espalier: " + Visible.lines(message));
    err.flush();
  }

  /** A line of the result. */
  public void print(Object line) {
    out.print(Visible.lines(String.valueOf(line)));
    out.print('\n');
  }

  /** Says what failed, and gives the code to exit with. */
  public ExitCode report(Throwable failure, boolean debug) {
    if (failure instanceof InvalidHierarchyException invalid
        && !invalid.report().findings().isEmpty()) {
      // All findings in full stand for the few that the message names in short.
      say(Failures.describe(failure).lines().findFirst().orElse(""));
      new FindingText(Style.PLAIN)
          .of(invalid.report()).stream().map(Visible::lines).forEach(err::println);
    } else {
      say(Failures.describe(failure));
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return Failures.codeOf(failure);
  }
}
