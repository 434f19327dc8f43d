package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.testkit.store.FaultyStore;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZarrHierarchyTest {
  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"}";
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": [4, 6], "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2, 3]}},
       "chunk_key_encoding": {"name": "default"}, "fill_value": 9,
       "codecs": [{"name": "bytes"}, {"name": "crc32c"}], "attributes": {}}
      """;

  private static final String BYTES = "{\"name\": \"bytes\"}";

  private final MemoryStore store = new MemoryStore("store");

  @Test
  void aGroupWithoutADocumentIsNotedWhereNodesAreHiddenBelowIt() {
    set("zarr.json", GROUP);
    set("good/zarr.json", ARRAY);
    set("good/c/0/0", "chunk");
    set("lost/deep/er/zarr.json", GROUP);
    set("lost/zarr", "no document");
    set("theirs/notes.txt", "nothing hidden");

    NodeSpec tree = open().tree();

    assertThat(tree.toFlat().keySet()).hasToString("[/, /good]");
    assertThat(UnreadNote.of(tree))
        .containsExactly(
            new UnreadNote(
                UnreadNote.UNDOCUMENTED_GROUP,
                "lost",
                "lost/zarr.json is missing, and lost/deep/er/zarr.json is there"));
  }

  @Test
  void aDirectoryThatIsNoneOfOursIsNotLookedThroughForEver() {
    set("zarr.json", GROUP);
    for (int i = 0; i < 2_000; i++) {
      set("theirs/" + i + "/file", "x");
    }
    set("theirs/z/zarr.json", GROUP);

    assertThat(UnreadNote.of(open().tree())).isEmpty();
  }

  @Test
  void aNodeThatCannotBeReadLeavesItsSiblings() {
    set("zarr.json", GROUP);
    set("bad/zarr.json", "{\"zarr_format\": 3");
    set("worse/zarr.json", "{\"zarr_format\": 3, \"node_type\": \"table\"}");
    set("newer/zarr.json", "{\"zarr_format\": 4, \"node_type\": \"group\"}");
    set("good/zarr.json", ARRAY);

    NodeSpec tree = open().tree();

    assertThat(tree.find(NodePath.parse("/good")).orElseThrow().kind()).isEqualTo("array");
    assertThat(unreadable(tree, "/bad").problem()).isEqualTo(Problem.CORRUPT);
    assertThat(unreadable(tree, "/bad").message()).startsWith("bad/zarr.json: ");
    assertThat(unreadable(tree, "/worse").problem()).isEqualTo(Problem.INVALID);
    assertThat(unreadable(tree, "/worse").message())
        .startsWith("worse/zarr.json: /node_type: ")
        .contains("expected \"group\" or \"array\"");
    assertThat(unreadable(tree, "/newer").problem()).isEqualTo(Problem.UNSUPPORTED);
  }

  @Test
  void whatIsNoNodeIsNotAMember() {
    set("zarr.json", GROUP);
    set("__hidden/zarr.json", GROUP);
    set("no document/notes.txt", "");
    set("...", "");
    set(".../zarr.json", GROUP);
    set("file", "");
    set("a/zarr.json", GROUP);
    set("a/b/zarr.json", GROUP);

    assertThat(open().members(NodePath.root()).map(Object::toString)).containsExactly("a");
    assertThat(open().tree().toFlat().keySet().stream().map(Object::toString))
        .containsExactly("/", "/a", "/a/b");
  }

  @Test
  void anArrayHasNoMembers() {
    set("zarr.json", ARRAY);
    set("inside/zarr.json", GROUP);

    assertThat(open().tree().kind()).isEqualTo("array");
    assertThatThrownBy(() -> open().members(NodePath.root()))
        .isInstanceOf(RequestException.class)
        .hasMessage("here: / is not a group, so it has no members");
  }

  @Test
  void aRootThatCannotBeReadIsAFailureOfItsKind() {
    assertThatThrownBy(this::open)
        .isInstanceOf(MissingException.class)
        .hasMessage("here: there is no node /");
    set("zarr.json", "nonsense");
    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("here: zarr.json: ");
    set("zarr.json", "{\"zarr_format\": 2}");
    assertThatThrownBy(this::open).isInstanceOf(UnsupportedException.class);
    set("zarr.json", "{\"zarr_format\": 3}");
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e ->
                assertThat(e.report().findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.rule().id()).isEqualTo("zarr.document.invalid")));
  }

  @Test
  void aStoreThatFailsIsNotTakenForAnEmptyOne() {
    set("zarr.json", GROUP);
    set("a/zarr.json", GROUP);

    assertThatThrownBy(() -> open(FaultyStore.over(store).failingRead(1)))
        .isInstanceOf(StorageException.class)
        .hasMessage("store: read 1 fails, as asked");
    NodeSpec unlisted = open(FaultyStore.over(store).failingListing(1)).tree();
    assertThat(((UnreadableSpec) unlisted).message()).isEqualTo("store: listing 1 fails, as asked");
    NodeSpec unread = open(FaultyStore.over(store).failingRead(3)).tree();
    assertThat(unreadable(unread, "/a").problem()).isEqualTo(Problem.STORAGE);
  }

  @Test
  void aBackslashInANameSeparatesNothing() {
    set("zarr.json", GROUP);
    set("a\\..\\b/zarr.json", ARRAY);

    assertThat(open().tree().toFlat().keySet())
        .containsExactly(NodePath.root(), NodePath.parse("/a\\..\\b"));
    assertThat(open().members(NodePath.root())).hasSize(1);
  }

  @Test
  void aCircleOfLinksIsCut(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("zarr.json"), GROUP);
    Files.createSymbolicLink(directory.resolve("again"), directory);

    NodeSpec tree = open(new FileSystemStore(directory)).tree();

    assertThat(tree.toFlat()).hasSize(2);
    assertThat(unreadable(tree, "/again").problem()).isEqualTo(Problem.STORAGE);
    assertThat(unreadable(tree, "/again").message()).contains("symbolic link to a directory");
  }

  @Test
  void groupsBeyondAllReasonAreRefused() {
    String path = "";
    for (int depth = 0; depth < 300; depth++) {
      set(path + "zarr.json", GROUP);
      path += "g/";
    }

    NodeSpec tree = open().tree();

    assertThat(tree.toFlat().values())
        .filteredOn(UnreadableSpec.class::isInstance)
        .singleElement()
        .extracting(node -> ((UnreadableSpec) node).message())
        .asString()
        .endsWith("groups are nested deeper than 200 levels, which is not supported");
  }

  @Test
  void onlyTheChunksOfARegionAreOpened() {
    set("zarr.json", ARRAY);
    FaultyStore counting = FaultyStore.over(store);
    ArraySource source = open(counting).array(NodePath.root());
    int before = counting.reads();

    source.read(Region.of(new long[] {0, 2}, Shape.of(2, 2)));
    assertThat(counting.reads() - before).isEqualTo(2);
    source.read(Region.of(new long[] {3, 4}, Shape.of(1, 2)));
    assertThat(counting.reads() - before).isEqualTo(3);
    source.read(Region.of(new long[] {3, 4}, Shape.of(0, 2)));
    assertThat(counting.reads() - before).isEqualTo(3);
  }

  /** Later it is opened, which tells its version, and no byte of it is read. */
  @Test
  void aChunkThatIsWantedInPartsIsReadOnce() {
    set("zarr.json", ARRAY.replace("{\"name\": \"bytes\"}, {\"name\": \"crc32c\"}", BYTES));
    set("c/0/0", "abcdef");
    FaultyStore counting = FaultyStore.over(store);
    ArraySource source = open(counting).array(NodePath.root());
    int before = counting.reads();
    for (int later = 2; later <= 4; later++) {
      counting.breakingRead(before + later, 0);
    }

    assertThat(text(source.read(Region.of(new long[] {0, 0}, Shape.of(1, 3))))).isEqualTo("abc");
    assertThat(text(source.read(Region.of(new long[] {1, 1}, Shape.of(1, 2))))).isEqualTo("ef");
    assertThat(text(source.read(Region.of(new long[] {0, 2}, Shape.of(2, 1))))).isEqualTo("cf");
    assertThat(text(source.read(Region.of(new long[] {0, 0}, Shape.of(2, 3))))).isEqualTo("abcdef");
    assertThat(counting.reads() - before).isEqualTo(4);
  }

  private static String text(Block block) {
    return new String(((BitsBlock) block).bytes(), UTF_8);
  }

  @Test
  void aChunkThatIsNotThereHoldsTheFillValue() {
    set("zarr.json", ARRAY);
    Block into = Block.allocate(CoreType.UINT8, Shape.of(3, 4));

    open().array(NodePath.root()).read(Region.of(new long[] {1, 1}, Shape.of(3, 4)), into);

    assertThat(((BitsBlock) into).bytes()).containsOnly(9);
  }

  /** The inner chunks divide the shard as it is transposed, and not as the document has it. */
  @Test
  void innerChunksOfATransposedShardAreFound() {
    set(
        "zarr.json",
        ARRAY
            .replace("[2, 3]", "[4, 6]")
            .replace(
                BYTES + ", {\"name\": \"crc32c\"}",
                """
                {"name": "transpose", "configuration": {"order": [1, 0]}},
                {"name": "sharding_indexed", "configuration": {"chunk_shape": [3, 4],
                 "codecs": ["bytes"], "index_codecs":
                 [{"name": "bytes", "configuration": {"endian": "little"}}]}}
                """));
    String index = "0000000000000000" + "0c00000000000000" + "ff".repeat(16);
    byte[] shard = HexFormat.of().parseHex("0102030405060708090a0b0c" + index);
    store.set(new StoreKey("c/0/0"), ByteBuffer.wrap(shard));
    ArraySource source = open().array(NodePath.root());

    Block twoRows = source.read(Region.of(new long[] {1, 0}, Shape.of(2, 6)));

    assertThat(source.preferredShape()).contains(Shape.of(4, 3));
    assertThat(((BitsBlock) twoRows).bytes()).containsExactly(2, 6, 10, 9, 9, 9, 3, 7, 11, 9, 9, 9);
  }

  @Test
  void aBrokenChunkIsNamed() {
    set("zarr.json", GROUP);
    set("a/zarr.json", ARRAY);
    store.set(new StoreKey("a/c/1/0"), ByteBuffer.wrap(new byte[10]));
    ArraySource source = open().array(NodePath.parse("/a"));

    assertThatThrownBy(() -> source.read(Region.all(Shape.of(4, 6))))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("store: a/c/1/0: ")
        .hasMessageContaining("crc32c");
  }

  @Test
  void aChunkThatTheMemoryCannotHoldIsNamed() {
    set("zarr.json", GROUP);
    String gzip = "{\"name\": \"gzip\", \"configuration\": {\"level\": 1}}";
    set(
        "a/zarr.json",
        ARRAY.replace("[2, 3]", "[40000, 40000]").replace("{\"name\": \"crc32c\"}", gzip));
    set("a/c/0/0", "few bytes");
    ArraySource source = open().array(NodePath.parse("/a"));

    assertThatThrownBy(() -> source.read(Region.all(Shape.of(1, 1))))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("store: a/c/0/0: ");
  }

  @Test
  void aChunkThatTheStoreCannotGiveIsNotTakenForAbsent() {
    set("zarr.json", ARRAY);
    ArraySource source = open(FaultyStore.over(store).failingRead(3)).array(NodePath.root());

    assertThatThrownBy(() -> source.read(Region.all(Shape.of(4, 6))))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void arraysThatCannotBeReadSayWhy() {
    set("zarr.json", GROUP);
    set("zfp/zarr.json", ARRAY.replace("crc32c", "zfp"));
    set("chain/zarr.json", ARRAY.replace("bytes", "crc32c"));
    set("grid/zarr.json", ARRAY.replace("regular", "zigzag"));

    assertThatThrownBy(() -> open().array(NodePath.parse("/zfp")))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("here: /zfp: no codec named \"zfp\"; available: bitround, ");
    assertThatThrownBy(() -> open().array(NodePath.parse("/chain")))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("zarr.codec.invalid");
    assertThatThrownBy(() -> open().array(NodePath.parse("/grid")))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "here: /grid: chunk grid \"zigzag\" is not supported; supported are \"regular\" and"
                + " \"rectilinear\"");
    assertThatThrownBy(() -> open().array(NodePath.parse("/none")))
        .isInstanceOf(MissingException.class)
        .hasMessage("here: there is no node /none");
    assertThatThrownBy(() -> open().array(NodePath.root()))
        .isInstanceOf(MissingException.class)
        .hasMessage("here: / is a group; expected an array");
  }

  @Test
  void aRegionBeyondTheArrayIsRefused() {
    set("zarr.json", ARRAY);
    ArraySource source = open().array(NodePath.root());

    assertThatThrownBy(() -> source.read(Region.of(new long[] {3, 0}, Shape.of(2, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/: region 3:5,0:2 is not within shape [4, 6]");
  }

  @Test
  void aClosedHierarchyIsNotRead() {
    set("zarr.json", ARRAY);
    ZarrHierarchy hierarchy = open();
    ArraySource source = hierarchy.array(NodePath.root());
    hierarchy.close();

    assertThatThrownBy(() -> source.read(Region.all(Shape.of(4, 6))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the hierarchy has been closed");
  }

  private ZarrHierarchy open() {
    return open(store);
  }

  private static ZarrHierarchy open(Store store) {
    return ZarrHierarchy.open(
        new Location("here"), store, new Zarr3Documents(), CodecRegistry.load());
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private static UnreadableSpec unreadable(NodeSpec tree, String path) {
    assertThat(tree).isInstanceOf(GroupSpec.class);
    return (UnreadableSpec) tree.find(NodePath.parse(path)).orElseThrow();
  }
}
