package dev.espalier.guide;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory as a reader of the pages has it: sources, what is compiled of them, the samples, and
 * the command, which knows what {@code ESPALIER_CLASS_PATH} names.
 */
final class Workbench {
  private static final int PATIENCE_SECONDS = 300;
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path directory;
  private final List<String> exports = new ArrayList<>();

  Workbench(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(sources());
    Files.createDirectories(classes());
    Files.createDirectories(directory.resolve("samples"));
    for (String sample : List.of("samples/cells.h5", "samples/mooring.h5")) {
      Files.copy(root().resolve(sample), directory.resolve(sample));
    }
    Path launcher = directory.resolve("espalier");
    Files.writeString(
        launcher,
        "#!/usr/bin/env bash\nexec '%s' -cp '%s':\"${ESPALIER_CLASS_PATH:-}\" %s \"$@\"\n"
            .formatted(tool("java"), withoutExamples(), "dev.espalier.cli.Main"));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The repository. */
  static Path root() {
    return Path.of(System.getProperty("espalier.root", "..")).toAbsolutePath().normalize();
  }

  private Path sources() {
    return directory.resolve("src");
  }

  private Path classes() {
    return directory.resolve("target/classes");
  }

  /** Adds a file, at its place from the directory. */
  void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Adds a source. */
  void source(String name, String text) throws IOException {
    file("src/" + name, text);
  }

  /**
   * Compiles all sources, as the build of the guide does.
   *
   * <p>A process of its own: what Immutables has seen of one compilation, it takes for granted in
   * the next one of the same process.
   *
   * @return what the compiler says; nothing if all is well
   */
  String compile() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(tool("javac"), "--release", "17", "-Xlint:all,-processing", "-Werror"));
    words.addAll(List.of("-d", classes().toString(), "-processorpath", CLASS_PATH));
    try (Stream<Path> all = Files.walk(sources())) {
      List<String> files =
          all.map(Path::toString).filter(file -> file.endsWith(".java")).sorted().toList();
      boolean isModule = files.stream().anyMatch(file -> file.endsWith("module-info.java"));
      words.add(isModule ? "--module-path" : "-classpath");
      words.add(isModule ? ofUsers() : withoutExamples());
      words.addAll(files);
    }
    return run(words);
  }

  /** Runs a program that was compiled, and gives what it printed. */
  String java(String className) throws IOException, InterruptedException {
    String classPath = classes() + File.pathSeparator + withoutExamples();
    return run(List.of(tool("java"), "-cp", classPath, className));
  }

  /** Runs a command of a shell, and gives what it printed; what it exports holds for later ones. */
  String shell(String command) throws IOException, InterruptedException {
    String before = exports.stream().map(one -> one + "\n").collect(Collectors.joining());
    if (command.startsWith("export ")) {
      exports.add(command);
    }
    return run(List.of("bash", "-c", before + command));
  }

  private String run(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile("guide", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.environment().compute("PATH", (name, path) -> directory + File.pathSeparator + path);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(words + " did not end in " + PATIENCE_SECONDS + " s");
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** The class path of this test, but for its own example: pages bring that along. */
  private static String withoutExamples() {
    return entries(entry -> !entry.matches(".*guide-tests/target/.*"));
  }

  /** What users of annotations have on their path. */
  private static String ofUsers() {
    return entries(
        entry -> entry.matches(".*(/model/target|espalier-model|value-annotations|jspecify).*"));
  }

  private static String entries(Predicate<String> wanted) {
    return Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
