package dev.espalier.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles what a page shows, runs it in its order, and compares what that prints. */
final class PageRun {
  /** Languages whose blocks are compared with the build instead. */
  private static final Set<String> BUILD = Set.of("xml", "kotlin", "sh");

  private final List<Block> blocks;
  private final String imports;
  private final Workbench bench;

  /**
   * A page to be run.
   *
   * @param blocks its blocks
   * @param imports what all Java on it may use
   * @param directory an empty directory
   */
  PageRun(List<Block> blocks, String imports, Path directory) throws IOException {
    this.blocks = blocks;
    this.imports = imports;
    this.bench = new Workbench(directory);
  }

  /**
   * Runs it.
   *
   * @throws AssertionError at the first block that is not true
   */
  void run() throws IOException, InterruptedException {
    boolean hasJava = false;
    for (Block block : blocks) {
      hasJava |= write(block);
    }
    if (hasJava) {
      String complaints = bench.compile();
      if (!complaints.isEmpty()) {
        throw new AssertionError(
            blocks.get(0).page()
                + " does not compile; LineN is the block at line N\n"
                + complaints);
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isJava("run")) {
        String printed = bench.java("coast." + block.className());
        boolean isShown = i + 1 < blocks.size() && blocks.get(i + 1).isOutput();
        Block shown = isShown ? blocks.get(i + 1) : block;
        Output.compare(shown.place(), isShown ? shown.text().lines().toList() : List.of(), printed);
      } else if (block.language().equals("console")) {
        commands(block);
      } else {
        requireCovered(block, i > 0 && blocks.get(i - 1).isJava("run"));
      }
    }
  }

  /** Writes what a block adds to the sources and files; whether that is Java. */
  private boolean write(Block block) throws IOException {
    String head = "package coast;\n\n" + imports + "\n";
    if (block.isSource()) {
      boolean isWhole =
          block.name().equals("module-info.java") || block.text().contains("package ");
      bench.source(place(block), isWhole ? block.text() : head + block.text());
    } else if (block.isJava("members")) {
      String text = "@Group interface %s {\n%s}\n".formatted(block.className(), block.text());
      bench.source("coast/" + block.className() + ".java", head + text);
    } else if (block.isJava("run")) {
      String text =
          "final class %s {\npublic static void main(String[] args) throws Exception {\n%s}\n}\n"
              .formatted(block.className(), block.text());
      bench.source("coast/" + block.className() + ".java", head + text);
    } else if (block.language().equals("json") && !block.name().isEmpty()) {
      bench.file(block.name(), block.text());
      return false;
    } else {
      return false;
    }
    return true;
  }

  private static String place(Block block) {
    return block.name().contains("/") || block.name().equals("module-info.java")
        ? block.name()
        : "coast/" + block.name();
  }

  private void commands(Block block) throws IOException, InterruptedException {
    List<List<String>> steps = new ArrayList<>();
    for (String line : block.text().lines().toList()) {
      if (line.startsWith("$ ")) {
        steps.add(new ArrayList<>());
      }
      if (steps.isEmpty()) {
        throw new AssertionError(block.place() + ": output comes before a command");
      }
      steps.get(steps.size() - 1).add(line);
    }
    for (List<String> step : steps) {
      String printed = bench.shell(step.get(0).substring(2));
      Output.compare(block.place() + " " + step.get(0), step.subList(1, step.size()), printed);
    }
  }

  private static void requireCovered(Block block, boolean followsProgram) {
    boolean isCovered =
        block.isSource()
            || block.isJava("imports")
            || block.isJava("members")
            || (block.isOutput() && followsProgram)
            || (block.language().equals("json") && !block.name().isEmpty())
            || BUILD.contains(block.language());
    if (!isCovered) {
      throw new AssertionError(
          block.place()
              + ": nothing runs a block \""
              + List.of(block.language(), block.name()).stream()
                  .filter(word -> !word.isEmpty())
                  .collect(Collectors.joining(" "))
              + "\"; Block says how to mark one");
    }
  }
}
