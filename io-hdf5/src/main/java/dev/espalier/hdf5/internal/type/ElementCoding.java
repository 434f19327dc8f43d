package dev.espalier.hdf5.internal.type;

import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.type.StoredType.ComplexNumber;
import dev.espalier.hdf5.internal.type.StoredType.Compound;
import dev.espalier.hdf5.internal.type.StoredType.Enumeration;
import dev.espalier.hdf5.internal.type.StoredType.FixedText;
import dev.espalier.hdf5.internal.type.StoredType.FloatingNumber;
import dev.espalier.hdf5.internal.type.StoredType.Member;
import dev.espalier.hdf5.internal.type.StoredType.VariableText;
import dev.espalier.hdf5.internal.type.StoredType.WholeNumber;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.List;
import java.util.Set;

/** How stored elements become elements of the model. */
public sealed interface ElementCoding permits BitsCoding, TextCoding {
  /** A made-up size of an element shall cost nothing. */
  int LARGEST_ELEMENT = 16 << 20;

  /** The type of the elements in the model. */
  DataType dataType();

  /** How many bytes an element takes in the file. */
  int storedSize();

  /**
   * The coding of a type.
   *
   * @param heap where texts of variable length are
   * @throws UnsupportedException if the model has no such elements; the message names the type
   */
  static ElementCoding of(StoredType type, GlobalHeap heap) {
    if (type.size() == 0 || type.size() > LARGEST_ELEMENT) {
      throw unsupported(type);
    }
    if (type instanceof WholeNumber number) {
      return whole(number);
    }
    if (type instanceof FloatingNumber number) {
      return BitsCoding.plain(floating(number), number.size(), number.bigEndian());
    }
    if (type instanceof Enumeration enumeration) {
      return enumerated(enumeration);
    }
    if (type instanceof FixedText text) {
      return new TextCoding.Fixed(text.size(), text.padding());
    }
    if (type instanceof VariableText text) {
      return TextCoding.Variable.of(text, heap);
    }
    if (type instanceof ComplexNumber number && number.part() instanceof FloatingNumber part) {
      return complex(part, type);
    }
    if (type instanceof Compound compound && isPair(compound)) {
      return complex((FloatingNumber) compound.members().get(0).type(), type);
    }
    throw unsupported(type);
  }

  private static ElementCoding whole(WholeNumber number) {
    CoreType type =
        switch (number.size()) {
          case 1 -> number.signed() ? CoreType.INT8 : CoreType.UINT8;
          case 2 -> number.signed() ? CoreType.INT16 : CoreType.UINT16;
          case 4 -> number.signed() ? CoreType.INT32 : CoreType.UINT32;
          case 8 -> number.signed() ? CoreType.INT64 : CoreType.UINT64;
          default -> throw unsupported(number);
        };
    return number.precision() == 8 * number.size()
        ? BitsCoding.plain(type, number.size(), number.bigEndian())
        : BitsCoding.padded(type, IntegerBits.of(number));
  }

  private static ElementCoding enumerated(Enumeration enumeration) {
    boolean truth =
        enumeration.size() == 1
            && enumeration.names().size() == 2
            && Set.copyOf(enumeration.names()).equals(Set.of("FALSE", "TRUE"))
            && enumeration.values().get(enumeration.names().indexOf("FALSE")) == 0
            && enumeration.values().get(enumeration.names().indexOf("TRUE")) == 1;
    return truth ? BitsCoding.truth() : whole(enumeration.base());
  }

  private static CoreType floating(FloatingNumber number) {
    if (!number.ieee()) {
      throw unsupported(number);
    }
    return switch (number.size()) {
      case 2 -> CoreType.FLOAT16;
      case 4 -> CoreType.FLOAT32;
      default -> CoreType.FLOAT64;
    };
  }

  private static ElementCoding complex(FloatingNumber part, StoredType whole) {
    CoreType type =
        switch (floating(part)) {
          case FLOAT32 -> CoreType.COMPLEX64;
          case FLOAT64 -> CoreType.COMPLEX128;
          default -> throw unsupported(whole);
        };
    return BitsCoding.plain(type, part.size(), part.bigEndian());
  }

  /** Whether a compound is a complex number: real and imaginary part, side by side. */
  private static boolean isPair(Compound compound) {
    List<Member> members = compound.members();
    if (members.size() != 2
        || !(members.get(0).type() instanceof FloatingNumber part)
        || !members.get(1).type().equals(part)) {
      return false;
    }
    List<String> names = members.stream().map(Member::name).toList();
    return (names.equals(List.of("r", "i")) || names.equals(List.of("real", "imag")))
        && members.get(0).offset() == 0
        && members.get(1).offset() == part.size()
        && compound.size() == 2 * part.size();
  }

  private static UnsupportedException unsupported(StoredType type) {
    return new UnsupportedException("elements of datatype " + type.describe());
  }
}
