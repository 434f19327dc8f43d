package dev.espalier.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.http.HttpOptions;
import dev.espalier.io.http.HttpProvider;
import dev.espalier.io.http.HttpRetries;
import dev.espalier.io.place.StorePlaces;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.testkit.http.Fault;
import dev.espalier.testkit.http.TestServer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hierarchies behind a server: what is seen of them, and how many requests that takes. */
class HttpHierarchyTest {
  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"%s}";
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": [2], "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2]}},
       "chunk_key_encoding": {"name": "default"}, "fill_value": 9, "codecs": ["bytes"]}
      """;

  private final MemoryStore store = new MemoryStore("served");
  private final TestServer server = TestServer.over(store);

  @AfterEach
  void stop() {
    server.close();
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private Location location() {
    return new Location(server.url("a.zarr"));
  }

  /** A root that repeats as many nodes as a plate of images has, below 96 groups. */
  private void setConsolidated(int nodes) {
    StringBuilder copies = new StringBuilder();
    for (int i = 0; i < nodes; i++) {
      copies.append(i == 0 ? "" : ",");
      String group = "\"g" + i % 96;
      copies.append(
          i < 96 ? group + "\":" + GROUP.formatted("") : group + "/a" + i + "\":" + ARRAY);
    }
    set(
        "a.zarr/zarr.json",
        GROUP.formatted(
            ", \"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
                + " \"metadata\": {"
                + copies
                + "}}"));
  }

  @Test
  void aConsolidatedHierarchyOf21137NodesCostsOneRequest() {
    setConsolidated(21_136);

    try (Hierarchy hierarchy = Espalier.load().open(location())) {
      assertThat(hierarchy.tree().toFlat()).hasSize(21_137);
    }
    assertThat(server.requests()).hasToString("[/a.zarr/zarr.json]");
    server.forget();

    try (OpenHierarchy hierarchy = Backends.load().open(location())) {
      assertThat(hierarchy.tree().toFlat()).hasSize(21_137);
      assertThat(hierarchy.node(NodePath.parse("/g7/a103")).kind()).isEqualTo("array");
      assertThat(hierarchy.members(NodePath.root())).hasSize(96);
      assertThat(hierarchy.members(NodePath.parse("/g95"))).hasSize(219);
      assertThat(hierarchy.array(NodePath.parse("/g7/a103")).shape()).hasToString("[2]");
    }
    assertThat(server.requests()).hasToString("[/a.zarr/zarr.json]");
  }

  @Test
  void whatIsRequiredCostsOneRequestAsWell() {
    setConsolidated(100);
    OpenOptions options = OpenOptions.builder().consolidated(Consolidated.REQUIRE).build();

    try (OpenHierarchy hierarchy = Backends.load().open(location(), options)) {
      assertThat(hierarchy.tree().toFlat()).hasSize(101);
      assertThat(UnreadNote.of(hierarchy.tree())).isEmpty();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void thatTheCopiesWereNotLookedAtIsNotedOnTheRoot() {
    setConsolidated(100);

    try (OpenHierarchy hierarchy = Backends.load().open(location())) {
      assertThat(UnreadNote.of(hierarchy.tree()))
          .containsExactly(
              new UnreadNote(
                  UnreadNote.UNCHECKED_COPIES,
                  "consolidated metadata",
                  "the store cannot be listed, so that what the root repeats of the nodes below it"
                      + " stands for their documents; whether these say the same was not looked"
                      + " at"));
    }
  }

  @Test
  void whatIsNotAmongTheCopiesIsOpenedByItsPath() {
    setConsolidated(100);
    set("a.zarr/new/zarr.json", GROUP.formatted(""));
    set("a.zarr/new/a/zarr.json", ARRAY);

    try (OpenHierarchy hierarchy = Backends.load().open(location())) {
      assertThat(hierarchy.array(NodePath.parse("/new/a")).shape()).hasToString("[2]");
      assertThatThrownBy(() -> hierarchy.members(NodePath.parse("/new")))
          .isInstanceOf(UnsupportedException.class);
      assertThatThrownBy(() -> hierarchy.node(NodePath.parse("/other")))
          .isInstanceOf(MissingException.class)
          .hasMessage(location() + ": there is no node /other");
    }
  }

  @Test
  void withoutCopiesNodesAreOpenedByTheirPathAndMembersAreUnknown() {
    set("a.zarr/zarr.json", GROUP.formatted(""));
    set("a.zarr/g/a/zarr.json", ARRAY);

    try (OpenHierarchy hierarchy = Backends.load().open(location())) {
      assertThat(hierarchy.tree())
          .isInstanceOfSatisfying(
              GroupSpec.class, root -> assertThat(root.membersKnown()).isFalse());
      assertThat(hierarchy.array(NodePath.parse("/g/a")).shape()).hasToString("[2]");
      assertThatThrownBy(() -> hierarchy.members(NodePath.root()))
          .isInstanceOf(UnsupportedException.class)
          .hasMessage(
              location()
                  + ": the members of / are not known: the store cannot list, and the root has no"
                  + " consolidated metadata to go by; name nodes by their paths, or have the metadata"
                  + " consolidated where the hierarchy is kept");
    }
    assertThat(server.requests()).hasToString("[/a.zarr/zarr.json, /a.zarr/g/a/zarr.json]");
  }

  @Test
  void hierarchiesOfZarr2AreFoundAsWell() {
    set("a.zarr/.zgroup", "{\"zarr_format\": 2}");
    set("a.zarr/.zattrs", "{\"name\": \"two\"}");
    set(
        "a.zarr/.zmetadata",
        "{\"zarr_consolidated_format\": 1, \"metadata\": {\".zgroup\": {\"zarr_format\": 2},"
            + " \"g/.zgroup\": {\"zarr_format\": 2}, \"g/.zattrs\": {\"name\": \"below\"}}}");

    try (OpenHierarchy hierarchy = Backends.load().open(location())) {
      NodeSpec tree = hierarchy.tree();
      assertThat(tree.toFlat().keySet()).hasToString("[/, /g]");
      assertThat(tree.attributes().toJson()).hasToString("{\"name\":\"two\"}");
    }
    assertThat(server.requests())
        .hasToString(
            "[/a.zarr/zarr.json, /a.zarr/.zarray, /a.zarr/.zgroup, /a.zarr/.zattrs,"
                + " /a.zarr/.zmetadata]");
  }

  @Test
  void whereNoHierarchyIsThereThatIsSaid() {
    assertThatThrownBy(() -> Backends.load().open(location()).close())
        .isInstanceOf(MissingException.class)
        .hasMessage(
            location()
                + ": no hierarchy of a known format (zarr, zarr2) is there; give the location of"
                + " its root");
    assertThatThrownBy(() -> Backends.load().open(new Location("gopher://h/a")).close())
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("gopher://h/a: locations of scheme \"gopher\" cannot be read");
  }

  @Test
  void aServerThatFailsIsNoAbsentHierarchy() {
    set("a.zarr/zarr.json", GROUP.formatted(""));
    server.always(new Fault.Status(403, Map.of()));

    assertThatThrownBy(() -> Backends.load().open(location()).close())
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(location() + ": zarr.json: cannot be read: the server forbids it");
  }

  @Test
  void anotherWayToAskIsPassedToTheFormat() {
    set("a.zarr/zarr.json", ARRAY);
    HttpOptions options =
        HttpOptions.defaults().withRetries(HttpRetries.none()).withForbiddenIsAbsent(true);
    Backends asking =
        new Backends(List.of(new ZarrBackend(new StorePlaces(List.of(new HttpProvider(options))))));

    try (OpenHierarchy hierarchy = asking.open(location())) {
      server.always(new Fault.Status(403, Map.of()));
      BitsBlock block = (BitsBlock) hierarchy.array(NodePath.root()).read(Region.all(Shape.of(2)));
      assertThat(block.bytes()).containsExactly(9, 9);
    }
  }

  @Test
  void nothingIsWrittenThroughHttp() {
    setConsolidated(1);

    assertThatThrownBy(() -> Backends.load().editable(location()).edit(location(), List.of()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            location()
                + ": stores of this kind cannot be changed in parts; write the hierarchy anew, or"
                + " change a copy of it in a directory");
  }

  @Test
  void usersAndSignaturesAreInNoMessage() {
    Location secret = new Location("http://user:secret@" + server.authority() + "/a?sig=secret");

    assertThatThrownBy(() -> Backends.load().open(secret).close())
        .hasMessageStartingWith("http://" + server.authority() + "/a?...: no hierarchy")
        .hasMessageNotContaining("secret");
  }
}
