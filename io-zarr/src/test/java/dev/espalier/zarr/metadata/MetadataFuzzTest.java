package dev.espalier.zarr.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import dev.espalier.zarr.v2.Zarr2Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whatever documents say, they are read as nodes or refused by name, and what was read is written
 * so that it is read as the same.
 *
 * <p>The first byte of an input says which document the rest is: {@code 3} a {@code zarr.json},
 * {@code a} and {@code g} a {@code .zarray} and a {@code .zgroup}, behind a line with the {@code
 * .zattrs}; {@code c} a {@code zarr.json} whose consolidated metadata stands for all other
 * documents, and {@code m} a {@code .zmetadata} that does.
 */
class MetadataFuzzTest {
  private static final String KINDS = "3agcm";
  private static final CodecRegistry CODECS = CodecRegistry.builtIn();

  @FuzzTest
  void documentsAreReadOrRefused(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] document = Arrays.copyOfRange(input, 1, input.length);
    try {
      switch (KINDS.charAt(kind(input[0]))) {
        case '3' -> zarr3(JsonReader.parse(document));
        case 'a' -> zarr2(document, true);
        case 'g' -> zarr2(document, false);
        case 'c' -> consolidated(new Zarr3Documents(), ZarrDocument.NAME, document);
        default -> consolidated(new Zarr2Documents(), Zarr2Document.CONSOLIDATED, document);
      }
    } catch (EspalierException refused) {
      assertThat(refused).hasMessageMatching("(?s).{8,}");
    }
  }

  private static int kind(byte first) {
    int kind = KINDS.indexOf(first);
    return kind >= 0 ? kind : (first & 0xff) % KINDS.length();
  }

  private static void zarr3(JsonValue document) {
    assertThat(JsonReader.parse(JsonWriter.compact(document))).isEqualTo(document);
    assertThat(JsonReader.parse(JsonWriter.pretty(document))).isEqualTo(document);
    NodeSpec node = ZarrDocument.parse(document);
    if (node instanceof UnreadableSpec) {
      return;
    }
    NodeSpec own =
        node instanceof GroupSpec group ? ZarrDocument.withoutConsolidatedMetadata(group) : node;
    JsonObject written = ZarrDocument.render(own);
    NodeSpec again = ZarrDocument.parse(JsonReader.parse(JsonWriter.pretty(written)));
    assertThat(again).as("%s", written).isEqualTo(withoutConsolidated(own));
    assertThat(ZarrDocument.render(again)).isEqualTo(written);
    read(new Zarr3Documents(), ZarrDocument.NAME, JsonWriter.compact(document).getBytes(UTF_8));
  }

  /** Of an array too: it may be in the document, and is not written. */
  private static NodeSpec withoutConsolidated(NodeSpec node) {
    return node.match(
        group -> group,
        array ->
            ArraySpec.builder()
                .from(array)
                .extras(array.extras().without("consolidated_metadata"))
                .build(),
        bad -> bad);
  }

  private static void zarr2(byte[] lines, boolean array) {
    int end = 0;
    while (end < lines.length && lines[end] != '\n') {
      end++;
    }
    JsonValue first = JsonReader.parse(Arrays.copyOf(lines, end));
    JsonValue document =
        JsonReader.parse(Arrays.copyOfRange(lines, Math.min(end + 1, lines.length), lines.length));
    JsonObject attributes = first instanceof JsonObject object ? object : JsonObject.empty();
    NodeSpec node =
        array
            ? Zarr2Document.parseArray(document, attributes)
            : Zarr2Document.parseGroup(document, attributes);
    if (node instanceof UnreadableSpec) {
      return;
    }
    Map<String, JsonObject> written = Zarr2Document.render(node);
    JsonObject attributesAgain = written.getOrDefault(Zarr2Document.ATTRIBUTES, JsonObject.empty());
    NodeSpec again =
        array
            ? Zarr2Document.parseArray(document(written, Zarr2Document.ARRAY), attributesAgain)
            : Zarr2Document.parseGroup(document(written, Zarr2Document.GROUP), attributesAgain);
    assertThat(again).as("%s", written).isEqualTo(node);
    if (array) {
      byte[] text = JsonWriter.compact(document).getBytes(UTF_8);
      read(new Zarr2Documents(), Zarr2Document.ARRAY, text);
    }
  }

  private static JsonObject document(Map<String, JsonObject> written, String name) {
    return Objects.requireNonNull(written.get(name), name);
  }

  private static void consolidated(DocumentFormat format, String key, byte[] document) {
    MemoryStore store = new MemoryStore("store");
    if (!key.equals(ZarrDocument.NAME)) {
      set(store, Zarr2Document.GROUP, "{\"zarr_format\":2}".getBytes(UTF_8));
    }
    set(store, key, document);
    OpenOptions required = OpenOptions.builder().consolidated(Consolidated.REQUIRE).build();
    try (ZarrHierarchy open =
        ZarrHierarchy.open(new Location("here"), store, format, CODECS, required)) {
      NodeSpec tree = open.tree();
      for (NodePath path : tree.toFlat().keySet()) {
        assertThat(StoreKey.problemWith(path.toRelativeString() + "x")).isEmpty();
        if (!path.isRoot()) {
          NodePath parent = path.parent().orElseThrow();
          assertThat(open.members(parent)).contains(path.name().orElseThrow());
        }
      }
      tree.toFlat().forEach((path, node) -> readCorners(open, path, node));
    }
    assertThat(ZarrHierarchy.open(new Location("here"), store, format, CODECS).tree()).isNotNull();
  }

  private static void read(DocumentFormat format, String key, byte[] document) {
    MemoryStore store = new MemoryStore("store");
    set(store, key, document);
    try (ZarrHierarchy open = ZarrHierarchy.open(new Location("here"), store, format, CODECS)) {
      readCorners(open, NodePath.root(), open.tree());
    }
  }

  /** Arrays whose chunks are not there hold the fill value, at both ends. */
  private static void readCorners(ZarrHierarchy open, NodePath path, NodeSpec node) {
    if (!(node instanceof ArraySpec spec) || spec.shape().isEmpty()) {
      return;
    }
    try {
      ArraySource source = open.array(path);
      long[] ones = new long[spec.shape().rank()];
      Arrays.fill(ones, 1);
      long[] last = spec.shape().stream().map(extent -> extent - 1).toArray();
      Block fill = Block.allocate(spec.dataType(), Shape.of(ones));
      fill.fill(spec.fillValueOrZero());
      for (long[] corner : List.of(new long[ones.length], last)) {
        Block found = source.read(Region.of(corner, Shape.of(ones)));
        assertThat(found.mismatch(fill)).isEqualTo(-1);
      }
    } catch (EspalierException refused) {
      assertThat(refused).hasMessageMatching("(?s).{8,}");
    }
  }

  private static void set(MemoryStore store, String key, byte[] value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value));
  }
}
