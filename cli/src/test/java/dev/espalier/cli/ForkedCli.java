package dev.espalier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, for what only a process can show. */
final class ForkedCli {
  private static final int PATIENCE_SECONDS = 300;

  private ForkedCli() {}

  /** The words that start the command with the classes of this test. */
  static List<String> words(List<String> jvmOptions, Object... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (Object word : words) {
      command.add(word.toString());
    }
    return command;
  }

  /** Starts a command; its words go to a file. */
  static Process start(Path directory, Path output, List<String> words) throws IOException {
    return new ProcessBuilder(words)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Runs a command to its end. */
  static Cli.Outcome run(Path directory, List<String> words)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("espalier", ".txt");
    try {
      Process process = start(directory, output, words);
      int code = waitFor(process);
      return new Cli.Outcome(code, Files.readString(output), "");
    } finally {
      Files.delete(output);
    }
  }

  static int waitFor(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end in " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }
}
