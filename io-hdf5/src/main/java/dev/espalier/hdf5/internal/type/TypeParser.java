package dev.espalier.hdf5.internal.type;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.type.StoredType.ComplexNumber;
import dev.espalier.hdf5.internal.type.StoredType.Compound;
import dev.espalier.hdf5.internal.type.StoredType.Enumeration;
import dev.espalier.hdf5.internal.type.StoredType.FixedText;
import dev.espalier.hdf5.internal.type.StoredType.Member;
import dev.espalier.hdf5.internal.type.StoredType.ObjectReference;
import dev.espalier.hdf5.internal.type.StoredType.Padding;
import dev.espalier.hdf5.internal.type.StoredType.Unmapped;
import dev.espalier.hdf5.internal.type.StoredType.VariableSequence;
import dev.espalier.hdf5.internal.type.StoredType.VariableText;
import dev.espalier.hdf5.internal.type.StoredType.WholeNumber;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Parses datatype messages. */
public final class TypeParser {
  private static final int NEWEST_VERSION = 5;
  private static final int DEEPEST = 32;
  private static final int MOST_DIMENSIONS = 32;

  private final ByteBuffer message;

  private TypeParser(ByteBuffer message) {
    this.message = message;
  }

  /** The type that a message describes. */
  public static StoredType parse(ByteBuffer message) {
    return new TypeParser(message).type(0);
  }

  private StoredType type(int depth) {
    if (depth > DEEPEST) {
      throw new CorruptException("a datatype nested more than " + DEEPEST + " deep");
    }
    int classAndVersion = Fields.octet(message);
    int version = classAndVersion >> 4;
    int typeClass = classAndVersion & 0xf;
    if (version < 1 || version > NEWEST_VERSION) {
      throw new UnsupportedException("a datatype message of version " + version);
    }
    int bits = (int) Fields.unsigned(message, 3);
    int size = Fields.count(message, 4);
    StoredType type =
        switch (typeClass) {
          case 0 -> wholeNumber(bits, size);
          case 1 -> FloatLayout.parse(bits, size, message);
          case 2 -> skipping(2, new Unmapped(size, "time"));
          case 3 -> new FixedText(size, padding(bits & 0xf));
          case 4 -> skipping(4, new Unmapped(size, "bit field"));
          case 5 -> skipping(paddedTo8(bits & 0xff), new Unmapped(size, "opaque"));
          case 6 -> compound(version, bits & 0xffff, size, depth);
          case 7 -> reference(bits & 0xf, size);
          case 8 -> enumeration(version, bits & 0xffff, size, depth);
          case 9 -> variableLength(bits & 0xf, size, depth);
          case 10 -> array(version, size, depth);
          case 11 -> new ComplexNumber(size, type(depth + 1));
          default -> throw new UnsupportedException("a datatype of class " + typeClass);
        };
    if (size == 0 && typeClass != 3 && typeClass != 5) {
      throw new CorruptException("a datatype (" + type.describe() + ") of 0 bytes");
    }
    return type;
  }

  private WholeNumber wholeNumber(int bits, int size) {
    int offset = Fields.count(message, 2);
    int precision = Fields.count(message, 2);
    if (precision == 0 || offset + precision > 8L * size) {
      throw new CorruptException(
          "an integer of " + size + " bytes with " + precision + " bits from bit " + offset);
    }
    return new WholeNumber(size, (bits & 1) != 0, (bits & 8) != 0, precision, offset);
  }

  private static Padding padding(int code) {
    return switch (code) {
      case 0 -> Padding.NUL_TERMINATED;
      case 1 -> Padding.NUL_PADDED;
      case 2 -> Padding.SPACE_PADDED;
      default -> throw new UnsupportedException("a text padded in way " + code);
    };
  }

  private static StoredType reference(int kind, int size) {
    return switch (kind) {
      case 0 -> new ObjectReference(size);
      case 1 -> new Unmapped(size, "region reference");
      default -> new Unmapped(size, "reference");
    };
  }

  private StoredType variableLength(int kind, int size, int depth) {
    StoredType item = type(depth + 1);
    return kind == 1 ? new VariableText(size) : new VariableSequence(size, item);
  }

  private StoredType compound(int version, int count, int size, int depth) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = name(version);
      int offset = Fields.count(message, version < 3 ? 4 : bytesFor(size));
      // Version 1 can make an array of a member; 28 bytes say its extents.
      int dimensions = version == 1 ? Fields.octet(message) : 0;
      Fields.skip(message, version == 1 ? 27 : 0);
      StoredType type = type(depth + 1);
      if (dimensions > 0) {
        type = new Unmapped(type.size(), "array of " + type.describe());
      }
      members.add(new Member(name, offset, type));
    }
    return new Compound(size, members);
  }

  private StoredType enumeration(int version, int count, int size, int depth) {
    if (!(type(depth + 1) instanceof WholeNumber base)) {
      throw new CorruptException("an enumeration of something that is no integer");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(name(version));
    }
    if (base.size() != size || size > 8) {
      throw new UnsupportedException("an enumeration of integers of " + base.size() + " bytes");
    }
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] value = Fields.take(message, size);
      values.add(IntegerBits.of(base).value(value, 0));
    }
    return new Enumeration(base, names, values);
  }

  private StoredType array(int version, int size, int depth) {
    int rank = Fields.octet(message);
    if (rank > MOST_DIMENSIONS) {
      throw new CorruptException("an array type of " + rank + " dimensions");
    }
    Fields.skip(message, version < 3 ? 3 : 0);
    StringBuilder extents = new StringBuilder();
    for (int d = 0; d < rank; d++) {
      extents.append(d == 0 ? "" : ", ").append(Fields.unsigned(message, 4));
    }
    Fields.skip(message, version < 3 ? 4 * rank : 0);
    return new Unmapped(size, "array [" + extents + "] of " + type(depth + 1).describe());
  }

  private String name(int version) {
    int start = message.position();
    String name = Fields.shown(Fields.untilNul(message));
    int length = message.position() - start;
    Fields.skip(message, version < 3 ? paddedTo8(length) - length : 0);
    return name;
  }

  private StoredType skipping(int length, StoredType type) {
    Fields.skip(message, length);
    return type;
  }

  private static int bytesFor(int number) {
    return (31 - Integer.numberOfLeadingZeros(Math.max(1, number))) / 8 + 1;
  }

  private static int paddedTo8(int length) {
    return (length + 7) / 8 * 8;
  }
}
