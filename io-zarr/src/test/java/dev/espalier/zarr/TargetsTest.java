package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.work.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand at a target before, and what stands there after. */
class TargetsTest {
  private final ZarrBackend backend = new ZarrBackend();

  @TempDir private Path directory;

  @Test
  void parentsAreCreated() {
    Path target = directory.resolve("out/deep/a.zarr");

    write("new", target, WritePolicy.FAIL);

    assertThat(titleOf(target)).isEqualTo("new");
  }

  @Test
  void whatStandsThereIsRefusedUnlessItIsToBeReplaced() {
    Path target = directory.resolve("a.zarr");
    write("old", target, WritePolicy.FAIL);

    assertThatThrownBy(() -> plan("new", target, WritePolicy.FAIL))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            target
                + ": something stands there already; choose another target or ask to overwrite it");
    write("new", target, WritePolicy.REPLACE);

    assertThat(titleOf(target)).isEqualTo("new");
    assertThat(directory).isDirectoryNotContaining("glob:**espalier*");
  }

  @Test
  void whatAppearsAfterPlanningIsRefusedToo() throws IOException {
    Path target = directory.resolve("a.zarr");
    WritePlan plan = plan("new", target, WritePolicy.FAIL);
    Files.writeString(target, "theirs");

    assertThatThrownBy(() -> write(plan, "new")).isInstanceOf(TargetExistsException.class);
    assertThat(target).hasContent("theirs");
  }

  @Test
  void onlyHierarchiesAndEmptyDirectoriesAreReplaced() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.writeString(home.resolve("letters.txt"), "precious");
    Path file = Files.writeString(directory.resolve("volume.h5"), "precious");
    Path empty = Files.createDirectory(directory.resolve("empty"));

    for (Path precious : List.of(home, file)) {
      assertThatThrownBy(() -> plan("new", precious, WritePolicy.REPLACE))
          .isInstanceOf(TargetExistsException.class)
          .hasMessage(
              precious
                  + ": what stands there is not a Zarr hierarchy, and nothing else is overwritten;"
                  + " choose another target or remove it yourself");
    }
    write("new", empty, WritePolicy.REPLACE);

    assertThat(home.resolve("letters.txt")).hasContent("precious");
    assertThat(file).hasContent("precious");
    assertThat(titleOf(empty)).isEqualTo("new");
  }

  @Test
  void aLinkIsReplacedAndWhatItLeadsToStays() throws IOException {
    Path elsewhere = directory.resolve("elsewhere.zarr");
    write("precious", elsewhere, WritePolicy.FAIL);
    Path link = Files.createSymbolicLink(directory.resolve("link.zarr"), elsewhere);

    write("new", link, WritePolicy.REPLACE);

    assertThat(titleOf(link)).isEqualTo("new");
    assertThat(titleOf(elsewhere)).isEqualTo("precious");
  }

  @Test
  void aReplacementThatWasKilledIsMendedOnOpening() throws IOException {
    Path target = directory.resolve("a.zarr");
    write("old", target, WritePolicy.FAIL);
    Files.move(target, directory.resolve(".a.zarr.espalier-old"));

    assertThat(backend.recognise(Location.of(target))).isEqualTo(Recognition.RECOGNISED);
    assertThat(titleOf(target)).isEqualTo("old");
  }

  @Test
  void belowProcNothingCanBeWritten() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");

    assertThatThrownBy(() -> write("new", Path.of("/proc/espalier/a.zarr"), WritePolicy.FAIL))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("/proc/espalier/a.zarr: cannot write the directory: ");
  }

  @Test
  void otherSchemesAreRefusedByName() {
    Location location = new Location("s3://bucket/a.zarr");

    assertThatThrownBy(() -> backend.plan(GroupSpec.empty(), location, WritePolicy.FAIL))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "s3://bucket/a.zarr: locations of scheme \"s3\" are not supported; give the path of a"
                + " directory or an archive, or, to read, a URL of http or https");
    assertThat(backend.recognise(location)).isEqualTo(Recognition.OTHER);
  }

  @Test
  void whatIsThereIsRecognised() throws IOException {
    write("a", directory.resolve("a.zarr"), WritePolicy.FAIL);
    Files.writeString(directory.resolve("text.txt"), "no hierarchy");

    assertThat(recognised("a.zarr")).isEqualTo(Recognition.RECOGNISED);
    assertThat(recognised("a.zarr/zarr.json")).isEqualTo(Recognition.OTHER);
    assertThat(recognised("text.txt")).isEqualTo(Recognition.OTHER);
    assertThat(recognised(".")).isEqualTo(Recognition.OTHER);
    assertThat(recognised("nothing")).isEqualTo(Recognition.ABSENT);
  }

  @Test
  void theRootOfTheFileSystemIsNoHierarchy() {
    Location root = new Location("/");

    assertThat(backend.recognise(root)).isEqualTo(Recognition.OTHER);
    assertThatThrownBy(() -> backend.open(root)).isInstanceOf(MissingException.class);
    assertThatThrownBy(() -> backend.plan(GroupSpec.empty(), root, WritePolicy.REPLACE))
        .isInstanceOf(TargetExistsException.class);
  }

  @Test
  void whatIsNotThereIsMissing() throws IOException {
    Files.createDirectory(directory.resolve("empty"));

    assertThatThrownBy(() -> open(directory.resolve("nothing")))
        .isInstanceOf(MissingException.class)
        .hasMessage(directory.resolve("nothing") + ": nothing is there");
    assertThatThrownBy(() -> open(directory.resolve("empty")))
        .isInstanceOf(MissingException.class)
        .hasMessage(directory.resolve("empty") + ": there is no node /");
  }

  private Recognition recognised(String name) {
    return backend.recognise(Location.of(directory.resolve(name)));
  }

  private WritePlan plan(String title, Path target, WritePolicy policy) {
    return backend.plan(group(title), Location.of(target), policy);
  }

  private void write(String title, Path target, WritePolicy policy) {
    write(plan(title, target, policy), title);
  }

  private void write(WritePlan plan, String title) {
    backend.write(plan, new BoundHierarchy(group(title), Map.of()), Execution.onCallingThread());
  }

  private static GroupSpec group(String title) {
    return GroupSpec.builder()
        .attributes(Attributes.of(JsonObject.of("title", JsonValue.of(title))))
        .putMember(title, GroupSpec.empty())
        .build();
  }

  private OpenHierarchy open(Path path) {
    return backend.open(Location.of(path));
  }

  private String titleOf(Path path) {
    try (OpenHierarchy open = open(path);
        Stream<String> members = open.members(NodePath.root()).map(Object::toString)) {
      String title = members.findFirst().orElseThrow();
      assertThat(open.tree().attributes().get("title")).contains(JsonValue.of(title));
      return title;
    } catch (EspalierException e) {
      throw new AssertionError(path + " cannot be read", e);
    }
  }
}
