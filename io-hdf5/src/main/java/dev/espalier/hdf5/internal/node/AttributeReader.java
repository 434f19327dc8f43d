package dev.espalier.hdf5.internal.node;

import dev.espalier.hdf5.internal.array.Extents;
import dev.espalier.hdf5.internal.file.AttributeMessages;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.file.HeaderMessage;
import dev.espalier.hdf5.internal.file.MessageType;
import dev.espalier.hdf5.internal.file.ObjectHeader;
import dev.espalier.hdf5.internal.file.SharedMessages;
import dev.espalier.hdf5.internal.type.ElementCoding;
import dev.espalier.hdf5.internal.type.TypeParser;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the attributes of an object; one that cannot be read is noted and hides no other. */
final class AttributeReader {
  private static final int TYPE_IS_SHARED = 0b01;
  private static final int SPACE_IS_SHARED = 0b10;
  private static final long LARGEST_BYTES = 16 << 20;

  private final FileBytes file;
  private final GlobalHeap heap;

  AttributeReader(FileBytes file, GlobalHeap heap) {
    this.file = file;
    this.heap = heap;
  }

  Attributes read(ObjectHeader object, UnreadNotes notes) {
    List<HeaderMessage> messages;
    try {
      messages = AttributeMessages.of(file, object);
    } catch (RuntimeException e) {
      notes.attribute("*", Failures.reason(e));
      return Attributes.none();
    }
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (HeaderMessage message : messages) {
      read(message, attributes, notes);
    }
    return new Attributes(attributes);
  }

  private void read(HeaderMessage message, Map<String, Attribute> into, UnreadNotes notes) {
    Parts parts = new Parts();
    try {
      ByteBuffer body = message.isShared() ? SharedMessages.body(file, message) : message.body();
      parts.read(body);
      into.put(parts.name, value(parts));
    } catch (RuntimeException e) {
      notes.attribute(parts.name, Failures.reason(e));
    }
  }

  private Attribute value(Parts parts) {
    Extents extents = Extents.parse(parts.space(), file);
    ElementCoding coding = ElementCoding.of(TypeParser.parse(parts.type()), heap);
    if (extents.isNull()) {
      return AttributeValue.absent(coding);
    }
    long length = Math.multiplyExact(extents.shape().elementCount(), coding.storedSize());
    if (length > LARGEST_BYTES) {
      throw new UnsupportedException("an attribute of " + length + " bytes");
    }
    return AttributeValue.of(coding, extents.shape(), Fields.take(parts.data, (int) length));
  }

  /** An attribute message, cut up. */
  private final class Parts {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private String name = "?";
    private int flags;
    private ByteBuffer storedType = NOTHING;
    private ByteBuffer storedSpace = NOTHING;
    private ByteBuffer data = NOTHING;

    void read(ByteBuffer message) {
      int version = Fields.octet(message);
      if (version < 1 || version > 3) {
        throw new UnsupportedException("an attribute message of version " + version);
      }
      flags = Fields.octet(message) & (version == 1 ? 0 : TYPE_IS_SHARED | SPACE_IS_SHARED);
      int nameLength = Fields.count(message, 2);
      int typeLength = Fields.count(message, 2);
      int spaceLength = Fields.count(message, 2);
      Fields.skip(message, version == 3 ? 1 : 0);
      boolean padded = version == 1;
      byte[] nameBytes = Fields.untilNul(part(message, nameLength, padded));
      name = Fields.shown(nameBytes);
      if (Fields.utf8(nameBytes, 0, nameBytes.length).isEmpty()) {
        throw new CorruptException("its name is not valid UTF-8");
      }
      storedType = part(message, typeLength, padded);
      storedSpace = part(message, spaceLength, padded);
      data = message;
    }

    private ByteBuffer part(ByteBuffer message, int length, boolean padded) {
      ByteBuffer part = Fields.slice(message, length);
      int padding = padded ? (8 - length % 8) % 8 : 0;
      Fields.skip(message, Math.min(padding, message.remaining()));
      return part;
    }

    ByteBuffer type() {
      return (flags & TYPE_IS_SHARED) != 0
          ? SharedMessages.follow(file, storedType, MessageType.DATATYPE)
          : storedType;
    }

    ByteBuffer space() {
      return (flags & SPACE_IS_SHARED) != 0
          ? SharedMessages.follow(file, storedSpace, MessageType.DATASPACE)
          : storedSpace;
    }
  }
}
