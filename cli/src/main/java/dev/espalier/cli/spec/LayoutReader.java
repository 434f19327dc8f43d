package dev.espalier.cli.spec;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads how an array shall be stored, as far as its declaration says so. */
final class LayoutReader {
  private final NodeReader node;
  private final Shape array;

  LayoutReader(NodeReader node, Shape array) {
    this.node = node;
    this.array = array;
  }

  Layout read() {
    Layout.Builder layout = Layout.builder();
    if (node.member("chunk_grid").isPresent()) {
      if (node.member("chunks").isPresent() || node.member("shards").isPresent()) {
        node.wrong("chunk_grid", "give either chunk_grid, or chunks and shards");
      }
      readGrid(node.member("chunk_grid").get(), layout);
    } else {
      extents("chunks").ifPresent(layout::chunkShape);
      extents("shards").ifPresent(layout::shardShape);
    }
    readCodecs(layout);
    readKeys(layout);
    return layout.build();
  }

  private Optional<Shape> extents(String member) {
    if (node.member(member).isEmpty()) {
      return Optional.empty();
    }
    return node.shape(member, 1).filter(shape -> hasRankOfArray(member, shape));
  }

  private boolean hasRankOfArray(String member, Shape shape) {
    if (shape.rank() == array.rank()) {
      return true;
    }
    node.wrong(member, "expected an extent for each of the " + array.rank() + " dimensions");
    return false;
  }

  private void readGrid(JsonValue grid, Layout.Builder layout) {
    Optional<CodecSpec> named = named(grid);
    if (named.isEmpty()) {
      node.wrong("chunk_grid", "expected an object with a name and a configuration");
    } else if (named.get().name().equals(RectilinearGrid.NAME)) {
      new EdgesReader(node, array).read(named.get().configuration()).ifPresent(layout::chunkGrid);
    } else if (!named.get().name().equals("regular")) {
      layout.chunkGrid(new ExtensionGrid(named.get().name(), named.get().configuration()));
    } else {
      JsonValue shape = named.get().configuration().get("chunk_shape").orElse(JsonNull.NULL);
      Optional<Shape> extents = NodeReader.extents(shape, 1);
      if (extents.isEmpty()) {
        node.wrong("chunk_grid", "expected a chunk_shape of whole numbers, each at least 1");
      }
      extents.filter(s -> hasRankOfArray("chunk_grid", s)).ifPresent(layout::chunkShape);
    }
  }

  private void readCodecs(Layout.Builder layout) {
    Optional<JsonValue> codecs = node.member("codecs");
    if (codecs.isEmpty()) {
      return;
    }
    List<CodecSpec> specs = new ArrayList<>();
    if (codecs.get() instanceof JsonArray list) {
      list.elements().forEach(element -> named(element).ifPresent(specs::add));
      if (specs.size() == list.size()) {
        layout.codecs(specs);
        return;
      }
    }
    node.wrong("codecs", "expected a list of codecs, each with a name and a configuration");
  }

  private void readKeys(Layout.Builder layout) {
    Optional<JsonValue> keys = node.member("chunk_key_encoding");
    if (keys.isEmpty()) {
      return;
    }
    Optional<ChunkKeyEncoding> encoding = named(keys.get()).flatMap(LayoutReader::keys);
    encoding.ifPresent(layout::chunkKeyEncoding);
    if (encoding.isEmpty()) {
      node.wrong(
          "chunk_key_encoding",
          "expected the name \"default\" or \"v2\", and \"/\" or \".\" as a separator");
    }
  }

  private static Optional<ChunkKeyEncoding> keys(CodecSpec named) {
    Optional<ChunkKeyEncoding.Form> form =
        Arrays.stream(ChunkKeyEncoding.Form.values())
            .filter(f -> f.id().equals(named.name()))
            .findFirst();
    if (form.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonValue> separator = named.configuration().get("separator");
    if (separator.isEmpty()) {
      return Optional.of(new ChunkKeyEncoding(form.get(), form.get().usualSeparator()));
    }
    return Arrays.stream(ChunkKeyEncoding.Separator.values())
        .filter(s -> JsonValue.of(String.valueOf(s.symbol())).equals(separator.get()))
        .findFirst()
        .map(s -> new ChunkKeyEncoding(form.get(), s));
  }

  /** A name and a configuration: the form that every extension point of the format has. */
  private static Optional<CodecSpec> named(JsonValue value) {
    if (value instanceof JsonString name) {
      return Optional.of(CodecSpec.of(name.value()));
    }
    if (value instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString name
        && object.get("configuration").orElse(JsonObject.empty()) instanceof JsonObject config) {
      return Optional.of(new CodecSpec(name.value(), config));
    }
    return Optional.empty();
  }
}
