package dev.espalier.hdf5;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One of the files that {@code src/test/python/make_fixtures.py} writes, open. */
record Fixture(OpenHierarchy hierarchy) implements AutoCloseable {

  static Path path(String name) {
    URL url = Objects.requireNonNull(Fixture.class.getResource("/hdf5/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Fixture open(String name) {
    return new Fixture(new Hdf5Backend().open(Location.of(path(name))));
  }

  NodeSpec node(String path) {
    return hierarchy.tree().find(NodePath.parse(path)).orElseThrow();
  }

  ArraySpec array(String path) {
    return hierarchy.tree().findArray(NodePath.parse(path)).orElseThrow();
  }

  UnreadableSpec unreadable(String path) {
    return (UnreadableSpec) node(path);
  }

  ArraySource source(String path) {
    return hierarchy.array(NodePath.parse(path));
  }

  /** All elements in the form that they have in JSON, in C order. */
  String values(String path) {
    ArraySource source = source(path);
    return forms(source.read(Region.all(source.shape()))).toString();
  }

  /** The elements of a region in the form that they have in JSON, in C order. */
  String values(String path, long[] origin, long... shape) {
    return forms(source(path).read(Region.of(origin, Shape.of(shape)))).toString();
  }

  private static List<JsonValue> forms(Block block) {
    if (block instanceof TextBlock texts) {
      return Arrays.stream(texts.texts()).map(JsonValue::of).toList();
    }
    BitsBlock bits = (BitsBlock) block;
    List<JsonValue> values = new ArrayList<>();
    for (int at = 0; at < bits.length(); at += bits.elementSize()) {
      values.add(ElementForm.toJson(bits.dataType(), bits.bytes(), at));
    }
    return values;
  }

  /** The elements of an array of 32-bit integers. */
  int[] ints(String path) {
    ArraySource source = source(path);
    return ints(source.read(Region.all(source.shape())));
  }

  static int[] ints(Block block) {
    byte[] bytes = ((BitsBlock) block).bytes();
    int[] ints = new int[((BitsBlock) block).length() / 4];
    for (int i = 0; i < ints.length; i++) {
      int at = 4 * i;
      ints[i] =
          (bytes[at] & 0xff)
              | (bytes[at + 1] & 0xff) << 8
              | (bytes[at + 2] & 0xff) << 16
              | bytes[at + 3] << 24;
    }
    return ints;
  }

  @Override
  public void close() {
    hierarchy.close();
  }
}
