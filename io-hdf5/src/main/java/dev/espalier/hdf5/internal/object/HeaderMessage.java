package dev.espalier.hdf5.internal.object;

import java.nio.ByteBuffer;

/**
 * One message of an object header, not yet interpreted.
 *
 * @param type one of {@link MessageType}
 * @param flags the flags of the message
 * @param creationOrder the number that tells the order in which attributes were made, or -1
 * @param stored the bytes of the message
 */
public record HeaderMessage(int type, int flags, long creationOrder, ByteBuffer stored) {
  private static final int SHARED = 0b10;
  private static final int MUST_BE_KNOWN = 0x80;

  /** Whether the bytes only say where the message is. */
  public boolean isShared() {
    return (flags & SHARED) != 0;
  }

  /** Whether an object must not be read by who does not know this message. */
  boolean mustBeKnown() {
    return (flags & MUST_BE_KNOWN) != 0;
  }

  /** The bytes of the message, from the first on. */
  public ByteBuffer body() {
    return stored.duplicate().order(stored.order()).rewind();
  }
}
