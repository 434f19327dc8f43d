package dev.espalier.cli.command;

import dev.espalier.cli.option.SourceOption;
import dev.espalier.cli.terminal.Interruption;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option of commands that write what a document declares: where elements come from. */
final class FillOption {
  @Option(
      names = "--from",
      paramLabel = "SOURCE[#/path]",
      description =
          "A hierarchy whose arrays fill those that are declared at the same path; data type and"
              + " shape have to be the same. What it does not have stays empty.")
  private Optional<String> from = Optional.empty();

  /** Gives a hierarchy its elements, while what they come from is open. */
  void fill(NodeSpec hierarchy, Interruption interruption, Consumer<BoundHierarchy> use) {
    if (from.isEmpty()) {
      use.accept(new BoundHierarchy(hierarchy, Map.of()));
      return;
    }
    SourceOption source = SourceOption.parse(from.get());
    try (OpenHierarchy open = Backends.load().open(source.location())) {
      NodeSpec there = open.tree();
      Map<NodePath, ArrayData> data = new LinkedHashMap<>();
      hierarchy.walk(
          (path, node) -> {
            NodePath at = source.node().resolve(path);
            if (node instanceof ArraySpec && there.findArray(at).isPresent()) {
              data.put(path, new ArrayData.Pulled(interruption.guard(open.array(at))));
            }
          });
      use.accept(new BoundHierarchy(hierarchy, data));
    }
  }
}
