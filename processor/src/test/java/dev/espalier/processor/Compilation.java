package dev.espalier.processor;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Compiles, with the processor found by its service file on a path of its own. */
  Compilation run() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Files.createDirectories(output());
      List<String> all =
          new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-d", output().toString()));
      all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
      if (!options.contains("--module-path")) {
        all.addAll(
            List.of("-classpath", classPath() + System.getProperty("path.separator") + output()));
      }
      all.addAll(options);
      compiler
          .getTask(
              null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(javaFiles()))
          .call();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What users have on their class path: the model, and what comes with it. */
  static String classPath() {
    return Arrays.stream(
            System.getProperty("java.class.path").split(System.getProperty("path.separator")))
        .filter(entry -> entry.matches(".*(model/target|espalier-model|value-annotations).*"))
        .collect(joining(System.getProperty("path.separator")));
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
