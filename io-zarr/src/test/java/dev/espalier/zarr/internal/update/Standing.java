package dev.espalier.zarr.internal.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import dev.espalier.zarr.internal.edit.Zarr2Editor;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An array of bytes in the store of a test.
 *
 * @param name what its chunks are like
 * @param shape its extents
 * @param document its document, without the shape
 */
record Standing(String name, Shape shape, String document) {
  static final int FILL = 7;
  static final NodePath ARRAY = NodePath.parse("/a");

  private static final String V3 =
      "{\"zarr_format\": 3, \"node_type\": \"array\", \"shape\": SHAPE, \"data_type\": \"uint8\","
          + " \"chunk_grid\": GRID, \"chunk_key_encoding\": {\"name\": \"default\"},"
          + " \"fill_value\": 7, \"codecs\": [CODECS]}";
  private static final String V2 =
      "{\"zarr_format\": 2, \"shape\": SHAPE, \"chunks\": [3, 4], \"dtype\": \"|u1\","
          + " \"compressor\": null, \"fill_value\": 7, \"order\": \"F\", \"filters\": null,"
          + " \"dimension_separator\": \"/\"}";
  private static final String INDEX =
      "\"index_codecs\": [{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}},"
          + " \"crc32c\"]";

  /** Arrays of every kind, two-dimensional but for the scalar. */
  static Stream<Standing> kinds() {
    Shape shape = Shape.of(7, 10);
    String shards = sharding("[2, 2]", "{\"name\": \"gzip\", \"configuration\": {\"level\": 1}}");
    String first = shards.replace("\"codecs\"", "\"index_location\": \"start\", \"codecs\"");
    String lists = "[[2, [3, 2], 1], 4]";
    return Stream.of(
        new Standing("plain", shape, v3(regular("[3, 4]"), "\"bytes\"")),
        new Standing("one chunk", shape, v3(regular("[20, 20]"), "\"bytes\"")),
        new Standing("shards", shape, v3(regular("[4, 6]"), shards)),
        new Standing("index first", shape, v3(regular("[4, 6]"), first)),
        new Standing("nested shards", shape, v3(regular("[8, 8]"), sharding("[4, 4]", shards))),
        new Standing(
            "transposed shards",
            shape,
            v3(
                regular("[4, 6]"),
                "{\"name\": \"transpose\", \"configuration\": {\"order\": [1, 0]}}, " + shards)),
        new Standing("wrapped shards", shape, v3(regular("[4, 6]"), shards + ", \"crc32c\"")),
        new Standing("rectilinear", shape, v3(rectilinear(lists), "\"bytes\"")),
        new Standing("rectilinear shards", shape, v3(rectilinear("[[2, 4, 2], [[6, 2]]]"), shards)),
        new Standing("scalar", Shape.scalar(), v3(regular("[]"), "\"bytes\"")),
        new Standing("empty", Shape.of(0, 4), v3(regular("[3, 4]"), "\"bytes\"")),
        new Standing("v2", shape, V2));
  }

  static Standing of(String name) {
    return kinds().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  private static String v3(String grid, String codecs) {
    String inner = codecs.startsWith("\"bytes\"") ? "\"bytes\"" : codecs;
    return V3.replace("GRID", grid).replace("CODECS", inner);
  }

  private static String regular(String chunk) {
    return "{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": " + chunk + "}}";
  }

  private static String rectilinear(String shapes) {
    return "{\"name\": \"rectilinear\", \"configuration\": {\"kind\": \"inline\","
        + " \"chunk_shapes\": "
        + shapes
        + "}}";
  }

  private static String sharding(String chunk, String codec) {
    String codecs = codec.contains("sharding") ? codec : "\"bytes\", " + codec;
    return "{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": "
        + chunk
        + ", \"codecs\": ["
        + codecs
        + "], "
        + INDEX
        + "}}";
  }

  private boolean isV2() {
    return document.equals(V2);
  }

  /** The array in a store of its own, no chunk of it stored. */
  MemoryStore store() {
    MemoryStore store = new MemoryStore("store");
    set(store, isV2() ? ".zgroup" : "zarr.json", isV2() ? "{\"zarr_format\": 2}" : GROUP);
    set(store, isV2() ? "a/.zarray" : "a/zarr.json", document.replace("SHAPE", shape.toString()));
    return store;
  }

  /** The array with elements everywhere, and beyond its edge as if it had been larger. */
  MemoryStore storeOnceLarger(Shape larger) {
    Standing once = new Standing(name, larger, document);
    MemoryStore store = once.store();
    try (ZarrChanges changes = once.change(store)) {
      Block all = Model.block(new Random(8), larger, FILL);
      changes.changeable(ARRAY).write(Region.all(larger), all);
    }
    set(store, isV2() ? "a/.zarray" : "a/zarr.json", document.replace("SHAPE", shape.toString()));
    return store;
  }

  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"}";

  ZarrChanges change(Store store) {
    return change(store, FillChunks.OMITTED);
  }

  ZarrChanges change(Store store, FillChunks fillChunks) {
    return new ZarrChanges(
        new Location("store"),
        store,
        isV2() ? new Zarr2Documents() : new Zarr3Documents(),
        CodecRegistry.builtIn(),
        isV2()
            ? (array, change) -> new Zarr2Editor(store).change(array, change)
            : (array, change) -> new HierarchyEditor(store).change(array, change),
        fillChunks);
  }

  /** The array as somebody else reads it. */
  Model read(Store store) {
    try (ZarrHierarchy open =
        ZarrHierarchy.open(
            new Location("store"),
            store,
            isV2() ? new Zarr2Documents() : new Zarr3Documents(),
            CodecRegistry.builtIn())) {
      var source = open.array(ARRAY);
      Model model = new Model(source.shape(), FILL);
      model.write(Region.all(source.shape()), source.read(Region.all(source.shape())));
      return model;
    }
  }

  static byte[] elements(ZarrChanges changes) {
    var source = changes.changeable(ARRAY).source();
    return ((BitsBlock) source.read(Region.all(source.shape()))).bytes();
  }

  static void set(Store store, String key, String value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }

  static String text(Store store, String key) {
    return new String(bytes(store, key), UTF_8);
  }

  static byte[] bytes(Store store, String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
      value.read(0, bytes);
      return bytes.array();
    }
  }

  /** Everything in a store, by key. */
  static SortedMap<String, byte[]> contents(Store store) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    collect(store, StorePrefix.root(), contents);
    return contents;
  }

  private static void collect(Store store, StorePrefix prefix, SortedMap<String, byte[]> into) {
    try (Stream<StoreEntry> entries = store.list(prefix)) {
      for (StoreEntry entry : entries.toList()) {
        if (entry.kind() == StoreEntry.Kind.PREFIX) {
          collect(store, prefix.child(entry.name()), into);
        } else {
          String key = prefix.key(entry.name()).value();
          into.put(key, bytes(store, key));
        }
      }
    }
  }

  static MemoryStore copy(Store store) {
    MemoryStore copy = new MemoryStore("store");
    contents(store).forEach((key, value) -> copy.set(new StoreKey(key), ByteBuffer.wrap(value)));
    return copy;
  }

  /** What parameterized tests are called after. */
  @Override
  public String toString() {
    return name;
  }
}
