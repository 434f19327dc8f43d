package dev.espalier.hdf5.internal.type;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.type.StoredType.Padding;
import dev.espalier.hdf5.internal.type.StoredType.VariableText;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Elements that are texts. What does not belong to a text, its padding, is left out. */
public sealed interface TextCoding extends ElementCoding {
  /**
   * The text of a stored element.
   *
   * @param offset where the element starts
   * @throws UnsupportedException if its bytes are not UTF-8, of which ASCII is a part
   */
  String decode(byte[] stored, int offset);

  @Override
  default DataType dataType() {
    return ExtensionType.STRING;
  }

  private static String utf8(byte[] bytes, int offset, int length) {
    return Fields.utf8(bytes, offset, length)
        .orElseThrow(
            () ->
                new UnsupportedException(
                    "a text whose bytes are not UTF-8: "
                        + hex(bytes, offset, Math.min(length, 32))
                        + (length > 32 ? "..." : "")));
  }

  private static String hex(byte[] bytes, int offset, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(String.format("%02x", bytes[offset + i]));
    }
    return out.toString();
  }

  /**
   * Texts of a fixed number of bytes.
   *
   * @param storedSize how many bytes
   * @param padding what fills those that a text does not need
   */
  record Fixed(int storedSize, Padding padding) implements TextCoding {
    @Override
    public String decode(byte[] stored, int offset) {
      int length = 0;
      if (padding == Padding.NUL_TERMINATED) {
        while (length < storedSize && stored[offset + length] != 0) {
          length++;
        }
      } else {
        byte filler = (byte) (padding == Padding.SPACE_PADDED ? ' ' : 0);
        length = storedSize;
        while (length > 0 && stored[offset + length - 1] == filler) {
          length--;
        }
      }
      return utf8(stored, offset, length);
    }
  }

  /**
   * Texts of any length, kept in the global heap.
   *
   * @param heap the heap
   */
  record Variable(GlobalHeap heap) implements TextCoding {
    static Variable of(VariableText type, GlobalHeap heap) {
      if (type.size() != heap.referenceLength()) {
        throw new CorruptException(
            "elements of variable length take "
                + type.size()
                + " bytes, not "
                + heap.referenceLength());
      }
      return new Variable(heap);
    }

    @Override
    public int storedSize() {
      return heap.referenceLength();
    }

    /** A text ends at its first NUL, as it does for every reader that is written in C. */
    @Override
    public String decode(byte[] stored, int offset) {
      ByteBuffer reference =
          ByteBuffer.wrap(stored, offset, storedSize()).slice().order(ByteOrder.LITTLE_ENDIAN);
      byte[] bytes = heap.read(reference, 1);
      int length = 0;
      while (length < bytes.length && bytes[length] != 0) {
        length++;
      }
      return utf8(bytes, 0, length);
    }
  }
}
