package dev.espalier.hdf5.internal.type;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A datatype as the file describes it.
 *
 * @see <a
 *     href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html#DatatypeMessage">
 *     HDF5 format, datatype message</a>
 */
public sealed interface StoredType {
  /** How many bytes an element takes in the file. */
  int size();

  /** The type in the words of a message. */
  String describe();

  /**
   * A whole number.
   *
   * @param precision how many bits count
   * @param bitOffset where the lowest of them is
   */
  record WholeNumber(int size, boolean bigEndian, boolean signed, int precision, int bitOffset)
      implements StoredType {
    @Override
    public String describe() {
      String kind = (signed ? "" : "unsigned ") + "integer of " + size + " bytes";
      return precision == 8 * size ? kind : kind + " of which " + precision + " bits count";
    }
  }

  /**
   * A floating point number.
   *
   * @param ieee whether its bits are those of IEEE 754 binary16, binary32 or binary64
   * @param name the type in the words of a message
   */
  record FloatingNumber(int size, boolean bigEndian, boolean ieee, String name)
      implements StoredType {
    @Override
    public String describe() {
      return name;
    }
  }

  /**
   * A text of a fixed number of bytes.
   *
   * @param padding what fills the bytes that the text does not need
   */
  record FixedText(int size, Padding padding) implements StoredType {
    @Override
    public String describe() {
      return "text of " + size + " bytes";
    }
  }

  /** A text of any length. */
  record VariableText(int size) implements StoredType {
    @Override
    public String describe() {
      return "text of variable length";
    }
  }

  /**
   * An enumeration: names for some values of an integer type.
   *
   * @param names the names
   * @param values the value of each name
   */
  record Enumeration(WholeNumber base, List<String> names, List<Long> values)
      implements StoredType {
    /** Copies the lists. */
    public Enumeration {
      names = List.copyOf(names);
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return base.size();
    }

    /** The names with their values. */
    public String members() {
      return IntStream.range(0, names.size())
          .mapToObj(i -> names.get(i) + "=" + values.get(i))
          .collect(Collectors.joining(", "));
    }

    @Override
    public String describe() {
      return "enumeration";
    }
  }

  /**
   * Members side by side.
   *
   * @param members the members in order
   */
  record Compound(int size, List<Member> members) implements StoredType {
    /** Copies the list. */
    public Compound {
      members = List.copyOf(members);
    }

    @Override
    public String describe() {
      return "compound {"
          + members.stream().map(Member::name).collect(Collectors.joining(", "))
          + "}";
    }
  }

  /**
   * A member of a compound.
   *
   * @param offset where it starts, in bytes
   */
  record Member(String name, int offset, StoredType type) {}

  /**
   * A complex number of the class that version 2 of the library has for it.
   *
   * @param part the type of its real and imaginary part
   */
  record ComplexNumber(int size, StoredType part) implements StoredType {
    @Override
    public String describe() {
      return "complex number of two parts, each a " + part.describe();
    }
  }

  /**
   * Any number of items of one type.
   *
   * @param item the type of the items
   */
  record VariableSequence(int size, StoredType item) implements StoredType {
    @Override
    public String describe() {
      return "variable-length sequence of " + item.describe();
    }
  }

  /** The address of another object. */
  record ObjectReference(int size) implements StoredType {
    @Override
    public String describe() {
      return "object reference";
    }
  }

  /**
   * A type that no element of the model corresponds to.
   *
   * @param name the type in the words of a message
   */
  record Unmapped(int size, String name) implements StoredType {
    @Override
    public String describe() {
      return name;
    }
  }

  /** What fills the bytes that a text of fixed length does not need. */
  enum Padding {
    /** The text ends at the first NUL. */
    NUL_TERMINATED,
    /** NULs at the end. */
    NUL_PADDED,
    /** Blanks at the end. */
    SPACE_PADDED
  }
}
