package dev.espalier.hdf5;

import com.fasterxml.jackson.databind.JsonNode;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.OpenHierarchy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares one open file with what libhdf5 read from it. */
final class Comparison {
  /** The number of the class that complex numbers have since version 2 of the library. */
  private static final String NEW_COMPLEX = "11";

  private final String file;
  private final OpenHierarchy open;
  private final Tally tally;

  Comparison(String file, OpenHierarchy open, Tally tally) {
    this.file = file;
    this.open = open;
    this.tally = tally;
  }

  /** Compares an object that is in the tree. */
  void object(NodePath path, NodeSpec node, JsonNode expected) {
    String place = file + " " + path;
    String kind = expected.path("kind").asText();
    if (node instanceof UnreadableSpec unreadable) {
      tally.refused(kind, unreadable.message());
      return;
    }
    if (node.kind().equals("array") != kind.equals("dataset")) {
      tally.wrong(place + ": " + node.kind() + " where a " + kind + " was expected");
      return;
    }
    attributes(place, node, expected.path("attrs"));
    if (node instanceof ArraySpec array) {
      array(place, path, array, expected);
    } else {
      tally.count("group equal");
    }
  }

  private void array(String place, NodePath path, ArraySpec array, JsonNode expected) {
    Shape shape = shape(expected.path("shape"));
    if (!array.shape().equals(shape)) {
      tally.wrong(place + ": shape " + array.shape() + " where " + shape + " was expected");
      return;
    }
    JsonNode data = expected.path("data");
    if (data.has("skipped") || data.has("disputed") || !data.has("sha256")) {
      tally.count("dataset not comparable");
      return;
    }
    try {
      ArraySource source = open.array(path);
      Block whole = Block.allocate(array.dataType(), shape);
      source.read(Region.all(shape), whole);
      String difference = difference(whole, expected.path("type"), data);
      if (!difference.isEmpty()) {
        tally.wrong(place + ": " + difference);
      } else {
        tally.count("dataset equal");
        byRows(place, source, whole);
      }
    } catch (EspalierException e) {
      tally.refused("dataset", String.valueOf(e.getMessage()).replaceFirst(".*: /[^:]*: ", ""));
    }
  }

  /** The same elements have to come when they are asked for in thirds. */
  private void byRows(String place, ArraySource source, Block whole) {
    Shape shape = source.shape();
    if (shape.rank() == 0 || shape.isEmpty() || shape.elementCount() > 1 << 20) {
      return;
    }
    int last = shape.rank() - 1;
    long step = Math.max(1, shape.extent(last) / 3);
    Block parts = Block.allocate(source.dataType(), shape);
    for (long at = 0; at < shape.extent(last); at += step) {
      long[] origin = new long[shape.rank()];
      origin[last] = at;
      Shape part = shape.with(last, Math.min(step, shape.extent(last) - at));
      parts.copyFrom(source.read(Region.of(origin, part)), Region.all(part), origin);
    }
    if (!digest(parts).equals(digest(whole))) {
      tally.wrong(place + ": parts differ from the whole");
    }
  }

  private static String difference(Block block, JsonNode type, JsonNode data) {
    if (block instanceof TextBlock && !type.path("vlen").asBoolean()) {
      return valuesDiffer(block, data);
    }
    boolean padded = type.path("precision").asInt(0) % 8 != 0;
    if (padded) {
      return valuesDiffer(block, data);
    }
    if (type.path("class").asText().equals(NEW_COMPLEX)) {
      return valuesDiffer(block, data); // Known there as bytes only, in the order of the file.
    }
    String digest = digest(block);
    String expected = data.path("sha256").asText();
    return digest.equals(expected)
        ? valuesDiffer(block, data)
        : "sha256 " + digest + " for " + data;
  }

  private static String valuesDiffer(Block block, JsonNode data) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = 0; i < Math.min(64, block.shape().elementCount()); i++) {
      values.add(
          block instanceof BitsBlock bits
              ? ElementForm.toJson(bits.dataType(), bits.bytes(), i * bits.elementSize())
              : JsonValue.of(((TextBlock) block).texts()[i]));
    }
    JsonNode expected = data.path("values");
    if (expected.isMissingNode()) {
      return "";
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!same(values.get(i), expected.get(i))) {
        return "element " + i + " is " + values.get(i) + ", expected " + expected.get(i);
      }
    }
    return "";
  }

  private void attributes(String place, NodeSpec node, JsonNode expected) {
    List<String> unread = Unread.names(node, "attribute");
    expected
        .properties()
        .forEach(
            entry -> {
              Attribute attribute = node.attributes().byName().get(entry.getKey());
              JsonNode data = entry.getValue().path("data");
              if (attribute != null) {
                String difference = attributeDiffers(attribute, entry.getValue());
                if (difference.isEmpty()) {
                  tally.count(data.has("values") ? "attribute equal" : "attribute not comparable");
                } else {
                  tally.wrong(place + "@" + entry.getKey() + ": " + difference);
                }
              } else if (unread.contains(entry.getKey())
                  || unread.contains("*")
                  || (nameless(entry.getKey()) && !unread.isEmpty())) {
                tally.refused("attribute", Unread.reason(node, entry.getKey()));
              } else {
                tally.wrong(place + "@" + entry.getKey() + " is missing without a note");
              }
            });
    boolean allNamed = expected.properties().stream().noneMatch(entry -> nameless(entry.getKey()));
    node.attributes().byName().keySet().stream()
        .filter(name -> allNamed && !expected.has(name))
        .forEach(name -> tally.wrong(place + "@" + name + " was not expected"));
  }

  private static String attributeDiffers(Attribute attribute, JsonNode expected) {
    List<JsonValue> flat = new ArrayList<>();
    flatten(attribute.value(), expected.path("shape").size(), flat);
    JsonNode values = expected.path("data").path("values");
    if (expected.path("data").has("null") || values.isMissingNode()) {
      return "";
    }
    if (flat.size() != expected.path("data").path("n").asInt()) {
      return flat.size() + " values, expected " + expected;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!same(flat.get(i), values.get(i))) {
        return "value " + i + " is " + flat.get(i) + ", expected " + values.get(i);
      }
    }
    return "";
  }

  private static void flatten(JsonValue value, int rank, List<JsonValue> into) {
    if (rank > 0 && value instanceof JsonArray array) {
      array.elements().forEach(element -> flatten(element, rank - 1, into));
    } else {
      into.add(value);
    }
  }

  private static boolean same(JsonValue found, JsonNode expected) {
    if (found instanceof JsonArray array && expected.has("hex")) {
      return sameBits(array, expected.path("hex").asText());
    }
    if (found instanceof JsonArray array) {
      return expected.isArray()
          && array.size() == 2
          && same(array.elements().get(0), expected.get(0))
          && same(array.elements().get(1), expected.get(1));
    }
    if (found instanceof JsonBoolean truth) {
      return (truth.value() ? 1 : 0) == expected.asInt(-1);
    }
    if (found instanceof JsonNumber number) {
      if (number.isInteger() && expected.isIntegralNumber()) {
        return number.asBigInteger().orElseThrow().equals(expected.bigIntegerValue());
      }
      return expected.isNumber()
          && (number.toDouble() == expected.doubleValue()
              || (float) number.toDouble() == expected.floatValue());
    }
    String text = ((JsonString) found).value();
    return text.equals(expected.asText())
        || (expected.asText().equals("NaN") && text.startsWith("0x"));
  }

  /** A complex number against its stored bytes, whose order is not told. */
  private static boolean sameBits(JsonArray pair, String hex) {
    byte[] stored = HexFormat.of().parseHex(hex);
    return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
        .map(order -> ByteBuffer.wrap(stored).order(order))
        .anyMatch(
            bytes ->
                pair.elements().stream()
                    .allMatch(
                        part ->
                            ((JsonNumber) part).toDouble()
                                == (stored.length == 8 ? bytes.getFloat() : bytes.getDouble())));
  }

  /** An attribute that libhdf5 cannot even name. */
  private static boolean nameless(String name) {
    return name.matches("#[0-9]+");
  }

  private static Shape shape(JsonNode expected) {
    return Shape.of(
        StreamSupport.stream(expected.spliterator(), false).mapToLong(JsonNode::asLong).toArray());
  }

  /** The digest of the little-endian elements; texts are preceded by their length. */
  private static String digest(Block block) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      if (block instanceof BitsBlock bits) {
        digest.update(bits.bytes(), 0, bits.length());
      } else {
        for (String text : ((TextBlock) block).texts()) {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          int length = bytes.length;
          digest.update(
              new byte[] {
                (byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)
              });
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
