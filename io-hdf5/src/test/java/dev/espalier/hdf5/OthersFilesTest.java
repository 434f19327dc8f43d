package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares hundreds of files of other projects with what libhdf5 reads from them: each object is
 * equal, or refused with a reason, or noted by the group that has it; nothing is wrong, and nothing
 * is missing.
 */
class OthersFilesTest {
  private static final Duration HANGING = Duration.ofSeconds(60);

  private final Hdf5Backend backend = new Hdf5Backend();
  private final Tally tally = new Tally();

  @Test
  void everyObjectIsEqualOrRefusedByName() {
    for (Path file : DescribedFiles.described()) {
      assertTimeoutPreemptively(HANGING, () -> compare(file), file::toString);
    }
    System.out.println("HDF5 files of others: " + tally);
    tally.refusals().forEach((reason, count) -> System.out.println("  " + count + " x " + reason));
    assertThat(tally.wrong).isEmpty();
    assertThat(tally.of("file opened")).isGreaterThanOrEqualTo(390);
    assertThat(tally.of("file refused as by libhdf5")).isEqualTo(32);
    assertThat(tally.of("group equal")).isGreaterThanOrEqualTo(980);
    assertThat(tally.of("dataset equal")).isGreaterThanOrEqualTo(2_473);
    assertThat(tally.of("attribute equal")).isGreaterThanOrEqualTo(2_431);
  }

  private void compare(Path file) {
    JsonNode expected = DescribedFiles.expectation(file);
    boolean refused = expected.path("status").asText().startsWith("cannot");
    String name = DescribedFiles.hdf5().relativize(file).toString();
    try (OpenHierarchy open = backend.open(Location.of(file))) {
      if (refused) {
        tally.wrong(name + ": opened, though libhdf5 refuses it");
      }
      Comparison comparison = new Comparison(name, open, tally);
      expected
          .path("objects")
          .properties()
          .forEach(e -> compare(comparison, name, open.tree(), e.getKey(), e.getValue()));
      tally.count("file opened");
    } catch (EspalierException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      if (refused) {
        tally.count("file refused as by libhdf5");
      } else {
        tally.refused("file", String.valueOf(e.getMessage()).substring(file.toString().length()));
      }
    }
  }

  private void compare(
      Comparison comparison, String file, NodeSpec root, String path, JsonNode expected) {
    Optional<NodePath> legal = legal(path);
    Optional<NodeSpec> node = legal.flatMap(root::find);
    if (node.isPresent()) {
      comparison.object(legal.get(), node.get(), expected);
    } else if (isNoted(root, path)) {
      tally.count(expected.path("kind").asText() + " noted");
    } else {
      tally.wrong(file + " " + path + " is missing without a note");
    }
  }

  private static Optional<NodePath> legal(String path) {
    try {
      return Optional.of(NodePath.parse(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether some group on the way says that the path does not go on, or cannot be read. */
  private static boolean isNoted(NodeSpec root, String path) {
    NodeSpec here = root;
    for (String name : path.substring(1).split("/", -1)) {
      if (here.kind().equals("unreadable") || Unread.names(here, "link").contains(name)) {
        return true;
      }
      Optional<NodeSpec> next = legal(name).flatMap(here::find);
      if (next.isEmpty()) {
        return false;
      }
      here = next.get();
    }
    return here.kind().equals("unreadable");
  }
}
