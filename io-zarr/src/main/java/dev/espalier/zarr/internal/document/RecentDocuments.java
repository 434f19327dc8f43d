package dev.espalier.zarr.internal.document;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What documents said that were read a short while ago, by their text: most arrays of a hierarchy
 * repeat the document of another one to the letter.
 *
 * <p>Safe for use by several threads at once. The bounds are on what is kept, not on what is read.
 */
final class RecentDocuments {
  private static final int SLOTS = 256;
  private static final int LONGEST = 4 << 10;

  /** A text has one place, by its checksum; whichever came last has it. */
  private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(SLOTS);

  /** The text of a document, how it was read, and what it said. */
  private static final class Entry {
    private final byte[] text;
    private final Function<JsonValue, NodeSpec> reading;
    private final NodeSpec node;

    Entry(byte[] text, Function<JsonValue, NodeSpec> reading, NodeSpec node) {
      this.text = text;
      this.reading = reading;
      this.node = node;
    }

    boolean isOf(byte[] otherText, Function<JsonValue, NodeSpec> otherReading) {
      return reading == otherReading && Arrays.equals(text, otherText);
    }
  }

  /**
   * What a document says.
   *
   * @param text stays as it is from now on
   * @param parsing makes JSON of the text
   * @param reading depends on the JSON alone; the same object each time
   */
  NodeSpec read(
      byte[] text, Function<byte[], JsonValue> parsing, Function<JsonValue, NodeSpec> reading) {
    if (text.length > LONGEST) {
      return reading.apply(parsing.apply(text));
    }
    CRC32C checksum = new CRC32C();
    checksum.update(text, 0, text.length);
    int slot = (int) (checksum.getValue() % SLOTS);
    Entry known = entries.get(slot);
    if (known != null && known.isOf(text, reading)) {
      return known.node;
    }
    NodeSpec node = reading.apply(parsing.apply(text));
    entries.set(slot, new Entry(text, reading, node));
    return node;
  }
}
