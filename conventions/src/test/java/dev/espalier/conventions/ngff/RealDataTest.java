package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.testkit.SharedData;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metadata of images that others wrote and published. */
class RealDataTest {
  private final NgffImage05 convention = new NgffImage05();

  @Test
  void hierarchiesOfThisVersionAreValidAndCouldSayMore() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    Path folder = SharedData.require("ngff/real/idr-remote/uk1s3.embassy.ebi.ac.uk/idr/zarr/v0.5");
    for (Path document : documents(folder)) {
      check(found, folder, document, tree(document.resolveSibling(".")));
    }

    assertThat(found).hasSize(13);
    assertThat(found.values().stream().flatMap(List::stream).distinct())
        .containsExactlyInAnyOrder(
            "SHOULD ngff.image.name",
            "SHOULD ngff.image.type",
            "SHOULD ngff.image.metadata",
            "SHOULD ngff.image.axes.unit",
            "MAY ngff.image.datasets.translation");
    assertThat(found.values()).allSatisfy(rules -> assertThat(rules).doesNotHaveDuplicates());
  }

  @Test
  void metadataWithoutArraysLacksItsArrays() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (String set : List.of("ome-zarr-models/examples/v05", "iohub/ngff/static_data/v05")) {
      Path folder = SharedData.require("ngff/real/" + set);
      for (Path document : documents(folder)) {
        check(found, folder, document, group(document));
      }
    }

    String array = "MUST ngff.image.datasets.array";
    assertThat(found)
        .containsOnlyKeys(
            "image.json",
            "image_example.json",
            "image_label_example.json",
            "image_no_version_example.json",
            "labels_image_example.json")
        .containsEntry("image.json", List.of(array, array, array))
        .containsEntry("image_example.json", List.of(array, array, array))
        .containsEntry(
            "image_no_version_example.json",
            List.of("MUST ngff.image.version", array, array, array))
        .containsEntry(
            "labels_image_example.json",
            List.of(array, "SHOULD ngff.image.type", "SHOULD ngff.image.metadata"));
  }

  @Test
  void laterVersionsAreNamedAndNotPickedToPieces() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    Path folder = SharedData.require("ngff/real/ome-zarr-models/examples/v06");
    for (Path document : documents(folder)) {
      check(found, folder, document, group(document));
    }
    found.remove("image_no_version_example.json");

    assertThat(found).hasSizeGreaterThan(3);
    assertThat(found.values())
        .allSatisfy(rules -> assertThat(rules).containsExactly("MUST ngff.image.version"));
  }

  private void check(Map<String, List<String>> found, Path folder, Path document, NodeSpec node) {
    if (convention.basisAt(node, NodePath.root()).isPresent()) {
      found.put(
          folder.relativize(document).toString(),
          convention.check(node, NodePath.root()).stream().map(RealDataTest::show).toList());
    }
  }

  private static String show(Finding finding) {
    Level level = finding.rule().level();
    return level + " " + finding.rule().id();
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !folder.relativize(file).toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** The node that a file with attributes, or with a whole document, describes. */
  private static NodeSpec group(Path file) throws IOException {
    JsonObject document = (JsonObject) JsonReader.parse(Files.readAllBytes(file));
    JsonObject attributes = (JsonObject) document.get("attributes").orElse(document);
    return GroupSpec.empty().withAttributes(Attributes.of(attributes));
  }

  private static NodeSpec tree(Path folder) throws IOException {
    NodeSpec node =
        ZarrDocument.parse(JsonReader.parse(Files.readAllBytes(folder.resolve("zarr.json"))));
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        if (Files.exists(child.resolve("zarr.json"))) {
          members.put(new NodeName(String.valueOf(child.getFileName())), tree(child));
        }
      }
    }
    return group.withMembers(members);
  }
}
