package dev.espalier.hdf5.internal.object;

import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.object.message.SharedMessage;
import java.nio.ByteBuffer;

/**
 * Follows messages that are kept elsewhere: committed datatypes.
 *
 * <p>jhdf takes such a reference for the message itself, which gives a wrong type without an error.
 */
public final class SharedMessages {
  private SharedMessages() {}

  /** The bytes of a message, wherever they are. */
  public static ByteBuffer body(FileBytes file, HeaderMessage message) {
    return message.isShared() ? follow(file, message.body(), message.type()) : message.body();
  }

  /**
   * The bytes of a message that a reference leads to.
   *
   * @param reference the reference, as it is stored
   * @param type the type of the message
   */
  public static ByteBuffer follow(FileBytes file, ByteBuffer reference, int type) {
    int version = reference.get(reference.position());
    int kind = reference.get(reference.position() + 1);
    if (version == 3 && kind == 1) {
      throw new UnsupportedException("a message in the file's table of shared messages");
    }
    if (version == 1) {
      throw new UnsupportedException("a shared message of version 1");
    }
    long address = new SharedMessage(reference, file.getSuperblock()).getObjectHeaderAddress();
    HeaderMessage target =
        ObjectHeader.read(file, address)
            .first(type)
            .orElseThrow(
                () ->
                    new CorruptException(
                        "the object at address " + address + " lacks the message it shares"));
    if (target.isShared()) {
      throw new CorruptException("the shared message at address " + address + " is shared again");
    }
    return target.body();
  }
}
