package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.Block;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.SharedData;
import dev.espalier.zarr.Zarr2Migration.Way;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Zarr2MigrationTest {
  private static final Execution HERE = Execution.onCallingThread();

  @TempDir private Path directory;

  /** Of every store of Zarr v2 that others made: the same chunks, the same elements. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "golden",
        "zarrita-fixtures/fixtures/v2",
        "zarr-java/testdata",
        "n5-zarr/src/test/resources/examples"
      })
  void storesOfOthersKeepTheirChunksAndTheirElements(String set) throws IOException {
    int stores = 0;
    for (Path store : stores(SharedData.require("zarr/" + set))) {
      Path copy = directory.resolve("copy" + stores);
      Path place = directory.resolve("place" + stores);
      copyTree(store, place);
      migrate(store, copy);
      migrateInPlace(place);

      assertMigrated(store, copy);
      assertMigrated(store, place);
      stores++;
    }
    assertThat(stores).isPositive();
  }

  private static void migrate(Path store, Path target) {
    try (Zarr2Migration migration =
        Zarr2Migration.prepare(Location.of(store)).withoutUnreadable()) {
      migration.write(migration.plan(Location.of(target), WritePolicy.FAIL), HERE);
    }
  }

  private static void migrateInPlace(Path store) {
    try (Zarr2Migration migration =
        Zarr2Migration.prepare(Location.of(store)).withoutUnreadable()) {
      migration.write(migration.planInPlace(), HERE);
    }
  }

  private static void assertMigrated(Path store, Path migrated) throws IOException {
    try (Zarr2Migration migration = Zarr2Migration.prepare(Location.of(store));
        OpenHierarchy before = new Zarr2Backend().open(Location.of(store));
        OpenHierarchy after = Backends.load().open(Location.of(migrated))) {
      NodeSpec tree = before.tree();
      for (Zarr2Migration.Node node : migration.nodes()) {
        if (node.way() != Way.NONE) {
          NodeSpec now = after.tree().find(node.path()).orElseThrow();
          assertThat(now.attributes()).isEqualTo(tree.find(node.path()).orElseThrow().attributes());
          if (now instanceof ArraySpec) {
            assertThat(elements(after, node.path())).isEqualTo(elements(before, node.path()));
          }
        }
        if (node.way() == Way.METADATA && node.kind().equals("array")) {
          assertThat(chunks(migrated, node.path())).isEqualTo(chunks(store, node.path()));
        }
      }
    }
  }

  private static List<?> elements(OpenHierarchy hierarchy, NodePath path) {
    var source = hierarchy.array(path);
    Block whole = source.read(Region.all(source.shape()));
    return Elements.contents(whole);
  }

  /** The files of an array but its documents, by name. */
  private static Map<String, String> chunks(Path store, NodePath path) throws IOException {
    Path array = store.resolve(path.toRelativeString());
    Map<String, String> chunks = new TreeMap<>();
    try (Stream<Path> files = Files.walk(array)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = array.relativize(file).toString();
        if (!name.startsWith(".z") && !name.equals("zarr.json")) {
          chunks.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return chunks;
  }

  /** The outermost hierarchies of Zarr v2 below a directory. */
  private static List<Path> stores(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isDirectory)
          .filter(Zarr2MigrationTest::isNode)
          .filter(path -> path.equals(root) || !isNode(path.resolveSibling(".")))
          .sorted()
          .toList();
    }
  }

  private static boolean isNode(Path path) {
    return Files.exists(path.resolve(".zgroup")) || Files.exists(path.resolve(".zarray"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  @Test
  void attributesKeepTheSpellingOfNumbers() throws IOException {
    write("a/.zgroup", "{\"zarr_format\": 2}");
    write("a/.zattrs", "{\"b\": 1.0, \"a\": 9007199254740993, \"n\": NaN, \"e\": 1e2}");
    migrate(directory.resolve("a"), directory.resolve("b"));

    assertThat(directory.resolve("b/zarr.json"))
        .content()
        .isEqualToNormalizingWhitespace(
            """
            {
              "zarr_format": 3,
              "node_type": "group",
              "attributes": {
                "b": 1.0,
                "a": 9007199254740993,
                "n": "NaN",
                "e": 1e2
              }
            }
            """);
  }

  /** Fields of both byte orders, and texts as JSON. */
  @Test
  void whatZarr3HasNoWordsForIsEncodedAnew() throws IOException {
    array("a/x", "<i2", "null");
    Path document = directory.resolve("a/x/.zarray");
    Files.writeString(
        document,
        Files.readString(document).replace("\"<i2\"", "[[\"p\", \"<i2\"], [\"q\", \">i2\"]]"));
    Files.write(directory.resolve("a/x/0"), new byte[] {1, 0, 0, 2, 3, 0, 0, 4});
    array("a/y", "|O", "[{\"id\": \"json2\"}]");
    Files.writeString(directory.resolve("a/y/0"), "[\"ä\", \"\", \"|O\", [2]]");
    write("a/.zgroup", "{\"zarr_format\": 2}");

    try (Zarr2Migration migration = Zarr2Migration.prepare(Location.of(directory.resolve("a")))) {
      assertThat(migration.nodes())
          .extracting(node -> node.path() + " " + node.way() + " " + node.reason())
          .containsExactly(
              "/ METADATA ",
              "/x ENCODE Zarr v3 has no words for"
                  + " [zarr2.bytes{\"counts\":[2,1],\"sizes\":[1,2]}]",
              "/y ENCODE Zarr v3 has no words for [zarr2.json2]");
      migration.write(migration.plan(Location.of(directory.resolve("b")), WritePolicy.FAIL), HERE);
      assertThat(files("b"))
          .containsExactly("x/c/0", "x/zarr.json", "y/c/0", "y/zarr.json", "zarr.json");
      migration.write(migration.planInPlace(), HERE);
      migration.removeOld();
      assertThat(files("a")).isEqualTo(files("b"));
    }
    try (OpenHierarchy after = new ZarrBackend().open(Location.of(directory.resolve("a")))) {
      assertThat(elements(after, NodePath.parse("/x")))
          .isEqualTo(List.of(ByteBuffer.wrap(new byte[] {1, 0, 2, 0, 3, 0, 4, 0})));
      assertThat(elements(after, NodePath.parse("/y"))).isEqualTo(List.of("ä", ""));
    }
  }

  @Test
  void inPlaceTheDocumentsOfZarr2StayUnlessTheyAreToGo() throws IOException {
    array("a/x", "<i2", "null");
    write("a/.zgroup", "{\"zarr_format\": 2}");
    write("a/.zmetadata", "{}");
    write("a/g/.zgroup", "{\"zarr_format\": 2}");
    write("a/g/.zmetadata", "{}");
    Files.write(directory.resolve("a/x/0"), new byte[] {1, 0, 2, 0});

    try (Zarr2Migration migration = Zarr2Migration.prepare(Location.of(directory.resolve("a")))) {
      migration.write(migration.planInPlace(), HERE);
      assertThat(files("a"))
          .containsExactly(
              ".zgroup",
              ".zmetadata",
              "g/.zgroup",
              "g/.zmetadata",
              "g/zarr.json",
              "x/.zarray",
              "x/0",
              "x/zarr.json",
              "zarr.json");

      migration.removeOld();
      assertThat(files("a")).containsExactly("g/zarr.json", "x/0", "x/zarr.json", "zarr.json");
    }
  }

  @Test
  void whatCannotBeReadIsAReasonNotToMigrate() throws IOException {
    array("a/x", "|O", "[{\"id\": \"pickle\"}]");
    array("a/y", "<i2", "[{\"id\": \"nobody_knows\"}]");
    write("a/.zgroup", "{\"zarr_format\": 2}");

    try (Zarr2Migration migration = Zarr2Migration.prepare(Location.of(directory.resolve("a")))) {
      assertThat(migration.nodes())
          .extracting(Zarr2Migration.Node::way)
          .containsExactly(Way.METADATA, Way.NONE, Way.NONE);
      assertThatThrownBy(migration::planInPlace)
          .isInstanceOfSatisfying(
              InvalidHierarchyException.class,
              e ->
                  assertThat(e.report().findings())
                      .extracting(finding -> finding.node() + " " + finding.rule().id())
                      .containsExactly("/x zarr.node.unreadable", "/y zarr.codec.unknown"));
      WritePlan plan = migration.withoutUnreadable().planInPlace();
      assertThat(plan.root().toFlat()).hasSize(1);
    }
  }

  @Test
  void whatIsZarr3AlreadyIsLeftAlone() throws IOException {
    write("a/zarr.json", "{}");
    write("a/.zgroup", "{\"zarr_format\": 2}");

    assertThatThrownBy(() -> Zarr2Migration.prepare(Location.of(directory.resolve("a"))))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            directory.resolve("a")
                + ": is Zarr v3 already; documents of Zarr v2 beside it are not looked at, and can"
                + " be deleted once no older reader needs them");
  }

  @Test
  void whereNothingIsItIsSaidSo() {
    assertThatThrownBy(() -> Zarr2Migration.prepare(Location.of(directory.resolve("a"))))
        .isInstanceOf(MissingException.class)
        .hasMessage(directory.resolve("a") + ": nothing is there");
  }

  /** Files that are no chunks, or none of this shape, are not carried along. */
  @Test
  void onlyChunksWithinTheGridAreCopied() throws IOException {
    array("a", "<i2", "null");
    for (String name : List.of("0", "1", "00", "0.0", "notes.txt", "-1")) {
      Files.write(directory.resolve("a/" + name), new byte[] {1, 0, 2, 0});
    }
    migrate(directory.resolve("a"), directory.resolve("b"));

    assertThat(files("b")).containsExactly("0", "zarr.json");
  }

  private void array(String path, String dtype, String filters) throws IOException {
    write(
        path + "/.zarray",
        "{\"chunks\": [2], \"compressor\": null, \"dtype\": \""
            + dtype
            + "\", \"fill_value\": null, \"filters\": "
            + filters
            + ", \"order\": \"C\", \"shape\": [2], \"zarr_format\": 2}");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> files(String store) throws IOException {
    Path root = directory.resolve(store);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
