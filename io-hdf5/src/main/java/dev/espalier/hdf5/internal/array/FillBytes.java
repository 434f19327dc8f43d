package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.object.HeaderMessage;
import dev.espalier.hdf5.internal.object.MessageType;
import dev.espalier.hdf5.internal.object.ObjectHeader;
import dev.espalier.hdf5.internal.object.SharedMessages;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds the fill value of a dataset, as the bytes of one stored element; nothing where it was left
 * undefined or at its default, which both mean zero.
 *
 * <p>Parsed here because jhdf drops fill values in messages of version 1.
 */
final class FillBytes {
  private static final int HAS_VALUE = 0x20;

  private FillBytes() {}

  static Optional<byte[]> of(FileBytes file, ObjectHeader dataset, int elementSize) {
    Optional<HeaderMessage> message = dataset.first(MessageType.FILL_VALUE);
    Optional<HeaderMessage> old = dataset.first(MessageType.OLD_FILL_VALUE);
    byte[] value = new byte[0];
    if (message.isPresent()) {
      value = parse(SharedMessages.body(file, message.get()));
    } else if (old.isPresent()) {
      value = sized(SharedMessages.body(file, old.get()));
    }
    if (value.length == 0) {
      return Optional.empty();
    }
    if (value.length != elementSize) {
      throw new CorruptException(
          "a fill value of " + value.length + " bytes for elements of " + elementSize);
    }
    return Optional.of(value);
  }

  private static byte[] parse(ByteBuffer message) {
    int version = Fields.octet(message);
    switch (version) {
      case 1, 2 -> {
        Fields.skip(message, 2);
        boolean defined = Fields.octet(message) != 0;
        return version == 1 || defined ? sized(message) : new byte[0];
      }
      case 3 -> {
        int flags = Fields.octet(message);
        return (flags & HAS_VALUE) != 0 ? sized(message) : new byte[0];
      }
      default -> throw new UnsupportedException("a fill value message of version " + version);
    }
  }

  /** A negative length stands for an undefined value. */
  private static byte[] sized(ByteBuffer message) {
    int length = message.getInt();
    return length <= 0 ? new byte[0] : Fields.take(message, length);
  }
}
