package dev.espalier.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java sources below a directory of modules, and what is wrong with their shape.
 *
 * @param root the directory whose children are modules
 * @param main all sources of the modules' main code
 * @param all these and the sources of the tests
 */
record SourceTree(Path root, List<Path> main, List<Path> all) {
  private static final int LONGEST_FILE = 400;
  private static final int MOST_PUBLIC_TYPES = 12;
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:abstract|final|sealed|non-sealed|strictfp) )*"
              + "(?:class|interface|enum|record|@interface) ",
          Pattern.MULTILINE);

  static SourceTree below(Path root) {
    List<Path> all =
        children(root).stream()
            .map(module -> module.resolve("src"))
            .filter(Files::isDirectory)
            .flatMap(sources -> javaFiles(sources).stream())
            .sorted()
            .toList();
    Path main = Path.of("src", "main", "java");
    List<Path> mainOnly =
        all.stream().filter(f -> root.relativize(f).subpath(1, 4).equals(main)).toList();
    return new SourceTree(root, mainOnly, all);
  }

  List<String> filesThatAreTooLong() {
    return all.stream()
        .filter(file -> lines(file) >= LONGEST_FILE)
        .map(
            file -> name(file) + " has " + lines(file) + " lines, " + LONGEST_FILE + " is too long")
        .toList();
  }

  List<String> packagesWithoutInfo() {
    return packages().entrySet().stream()
        .filter(p -> p.getValue().stream().noneMatch(f -> f.endsWith("package-info.java")))
        .map(p -> name(p.getKey()) + " has no package-info.java that says what it is for")
        .toList();
  }

  List<String> packagesNotNullMarked() {
    return main.stream()
        .filter(file -> file.endsWith("package-info.java"))
        .filter(file -> !text(file).contains("@NullMarked"))
        .map(file -> name(file) + " is not @NullMarked, so that null goes unchecked")
        .toList();
  }

  List<String> packagesWithTooManyPublicTypes() {
    return packages().entrySet().stream()
        .filter(p -> publicTypes(p.getValue()) > MOST_PUBLIC_TYPES)
        .map(
            p ->
                "%s has %d public types, at most %d can be taken in"
                    .formatted(name(p.getKey()), publicTypes(p.getValue()), MOST_PUBLIC_TYPES))
        .toList();
  }

  private Map<Path, List<Path>> packages() {
    return main.stream()
        .filter(file -> !file.endsWith("module-info.java"))
        .collect(groupingBy(Path::getParent, TreeMap::new, toList()));
  }

  private static long publicTypes(List<Path> files) {
    return files.stream().filter(file -> PUBLIC_TYPE.matcher(text(file)).find()).count();
  }

  private static long lines(Path file) {
    return text(file).lines().count();
  }

  private String name(Path file) {
    return root.relativize(file).toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
