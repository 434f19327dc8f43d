package dev.espalier.io.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The fields that follow the name of an entry: each a number, a length, and so many bytes. */
final class ExtraFields {
  private static final int HEAD_BYTES = 4;

  private ExtraFields() {}

  /** The bytes of the first field of that number; none if there is no such field. */
  static ByteBuffer find(ByteBuffer fields, int number) {
    int at = 0;
    while (fields.limit() - at >= HEAD_BYTES) {
      int length = fields.getShort(at + 2) & 0xFFFF;
      if (length > fields.limit() - at - HEAD_BYTES) {
        break; // some writers pad with what is no field
      }
      if ((fields.getShort(at) & 0xFFFF) == number) {
        return fields.slice(at + HEAD_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
      }
      at += HEAD_BYTES + length;
    }
    return ByteBuffer.allocate(0);
  }
}
