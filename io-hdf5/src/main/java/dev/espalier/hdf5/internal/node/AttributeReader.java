package dev.espalier.hdf5.internal.node;

import dev.espalier.hdf5.internal.array.Extents;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.object.AttributeMessages;
import dev.espalier.hdf5.internal.object.HeaderMessage;
import dev.espalier.hdf5.internal.object.MessageType;
import dev.espalier.hdf5.internal.object.ObjectHeader;
import dev.espalier.hdf5.internal.object.SharedMessages;
import dev.espalier.hdf5.internal.type.ElementCoding;
import dev.espalier.hdf5.internal.type.StoredType;
import dev.espalier.hdf5.internal.type.StoredType.ObjectReference;
import dev.espalier.hdf5.internal.type.StoredType.VariableSequence;
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
  private final DimensionScales scales;

  AttributeReader(FileBytes file, GlobalHeap heap, DimensionScales scales) {
    this.file = file;
    this.heap = heap;
    this.scales = scales;
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
      read(message, object.address(), attributes, notes);
    }
    return new Attributes(attributes);
  }

  private void read(
      HeaderMessage message, long object, Map<String, Attribute> into, UnreadNotes notes) {
    Parts parts = new Parts();
    try {
      ByteBuffer body = message.isShared() ? SharedMessages.body(file, message) : message.body();
      parts.read(body);
      if (parts.name.equals(DimensionScales.ATTRIBUTE)) {
        collectScales(object, parts);
      }
      into.put(parts.name, value(parts));
    } catch (RuntimeException e) {
      notes.attribute(parts.name, Failures.reason(e));
    }
  }

  /** The attribute itself is no JSON, and is noted as such; the names it leads to are kept. */
  private void collectScales(long object, Parts parts) {
    StoredType type = TypeParser.parse(parts.type());
    if (type instanceof VariableSequence sequence
        && sequence.item() instanceof ObjectReference reference
        && reference.size() == file.addressWidth()
        && sequence.size() == heap.referenceLength()) {
      int length = (int) Extents.parse(parts.space(), file).shape().elementCount();
      ByteBuffer data = parts.data.duplicate().order(parts.data.order());
      scales.collect(object, Fields.slice(data, Math.multiplyExact(length, sequence.size())));
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
      if (nameBytes.length + 1 != nameLength) {
        throw new CorruptException(
            "its name has " + nameBytes.length + " bytes where " + (nameLength - 1) + " were said");
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
          ? SharedMessages.follow(file, copyOf(storedType), MessageType.DATATYPE)
          : copyOf(storedType);
    }

    ByteBuffer space() {
      return (flags & SPACE_IS_SHARED) != 0
          ? SharedMessages.follow(file, copyOf(storedSpace), MessageType.DATASPACE)
          : copyOf(storedSpace);
    }

    private static ByteBuffer copyOf(ByteBuffer stored) {
      return stored.duplicate().order(stored.order());
    }
  }
}
