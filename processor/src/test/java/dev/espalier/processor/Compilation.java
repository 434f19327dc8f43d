package dev.espalier.processor;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of the compiler with the processor, as a user's build makes it. */
final class Compilation {
  private final Path directory;
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  Compilation(Path directory) {
    this.directory = directory;
  }

  Path sources() {
    return directory.resolve("src");
  }

  Path output() {
    return directory.resolve("out");
  }

  /** Adds a source file; lines that all need come with it. */
  Compilation source(String name, String text) {
    try {
      Path file = sources().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compilation option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds what another run made. */
  Compilation classPath(Path output) {
    classPath.add(output.toString());
    return this;
  }

  /** Compiles, with the processor found by its service file on a path of its own. */
  Compilation run() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      classPath.add(users());
      classPath.add(output().toString());
      List<String> all = arguments();
      all.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
      compiler
          .getTask(
              null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(javaFiles()))
          .call();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles as a module, in a process of its own: what Immutables has seen of one compilation, it
   * takes for granted in the next one of the same process.
   *
   * @return what the compiler says
   */
  String runAsModule() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    try {
      command.addAll(arguments());
      command.addAll(List.of("--module-path", users()));
      javaFiles().forEach(file -> command.add(file.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments() throws IOException {
    Files.createDirectories(output());
    List<String> all =
        new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-d", output().toString()));
    all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    all.addAll(options);
    return all;
  }

  /** What users have on their class path: the model, and what comes with it. */
  private static String users() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry -> entry.matches(".*(model/target|espalier-model|value-annotations|jspecify).*"))
        .collect(joining(File.pathSeparator));
  }

  private List<Path> javaFiles() throws IOException {
    try (Stream<Path> all = Files.walk(sources())) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Every message with its place: {@code error Gauge.java:12 message}. */
  List<String> messages() {
    return diagnostics.getDiagnostics().stream()
        .map(
            one -> {
              JavaFileObject source = one.getSource();
              String place =
                  source == null
                      ? "-"
                      : Path.of(source.getName()).getFileName() + ":" + one.getLineNumber();
              String kind = one.getKind().name().toLowerCase(Locale.ROOT);
              return kind + " " + place + " " + one.getMessage(Locale.ROOT);
            })
        .toList();
  }

  /** The messages of the processor, without those of the compiler that follow from them. */
  List<String> errors() {
    return messages().stream()
        .filter(message -> message.startsWith("error "))
        .filter(message -> !message.contains("cannot find symbol"))
        .map(message -> message.substring("error ".length()))
        .toList();
  }

  /** A file that the compiler or the processor made. */
  String made(String name) {
    try {
      return Files.readString(output().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
