package dev.espalier.example.golden;

import dev.espalier.model.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that seeds mistakes into a sound hierarchy:
 *
 * <pre>
 * What the mistakes are, in words.
 * of: gauge
 * breaks: member.missing, attribute.type
 * change:
 *   remove /deployment_0/level
 * findings:
 * MUST member.missing at /deployment_0
 *   ...
 * </pre>
 *
 * @param file where it is
 * @param of which sound hierarchy, of which convention
 * @param breaks the rules that are broken, by identity, once for each mistake
 * @param changes the seeded mistakes, as {@link SeededTree} reads them
 * @param findings what is found, as {@link FindingLines} spells it
 */
record GoldenCase(
    Path file, String of, List<String> breaks, List<String> changes, String findings) {
  private static final String CHANGE = "\nchange:\n";
  private static final String FINDINGS = "\nfindings:\n";

  static Path folder() {
    Path here = Path.of("src/test/resources/golden");
    return Files.isDirectory(here) ? here : Path.of("examples").resolve(here);
  }

  static List<GoldenCase> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(GoldenCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldenCase read(Path file) {
    String text = textOf(file);
    int change = text.indexOf(CHANGE);
    int found = text.indexOf(FINDINGS);
    String head = text.substring(0, change) + "\n";
    return new GoldenCase(
        file,
        line(head, "of: "),
        List.of(line(head, "breaks: ").split(", ", -1)),
        text.substring(change + CHANGE.length(), found).lines().map(String::strip).toList(),
        text.substring(found + FINDINGS.length()));
  }

  private static String line(String head, String label) {
    return Arrays.stream(head.split("\n", -1))
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no line \"" + label + "\" in " + head));
  }

  static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString().replace(".txt", "");
  }

  Schema schema() {
    return GoldenSchemas.named(of);
  }

  SeededTree tree() {
    return SeededTree.of(folder().resolve(of + ".json"), changes);
  }

  /** This file with other findings. */
  void rewrite(String found) {
    String text = textOf(file);
    try {
      Files.writeString(
          file, text.substring(0, text.indexOf(FINDINGS) + FINDINGS.length()) + found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
