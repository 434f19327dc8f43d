package dev.espalier.hdf5.internal.object;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that describe an object, each as its bytes: one that makes no sense does not hide
 * the others.
 *
 * @param address where the header is
 * @param messages the messages in the order in which they are stored
 */
public record ObjectHeader(long address, List<HeaderMessage> messages) {
  private static final int MOST_MESSAGES = 1 << 20;

  /** Copies the list. */
  public ObjectHeader {
    messages = List.copyOf(messages);
  }

  /** Reads the header at an address, with its continuations. */
  public static ObjectHeader read(FileBytes file, long address) {
    return new Reader(file, address).read();
  }

  /** All messages of a type. */
  public List<HeaderMessage> all(int type) {
    return messages.stream().filter(message -> message.type() == type).toList();
  }

  /** The first message of a type. */
  public Optional<HeaderMessage> first(int type) {
    return messages.stream().filter(message -> message.type() == type).findFirst();
  }

  /** Whether there is a message of a type. */
  public boolean has(int type) {
    return first(type).isPresent();
  }

  /** Reads one header. */
  private static final class Reader {
    private static final int VERSION_1_PREFIX = 16;
    private static final int HAS_TIMES = 0x20;
    private static final int HAS_ATTRIBUTE_LIMITS = 0x10;
    private static final int TRACKS_ATTRIBUTE_ORDER = 0x04;

    private final FileBytes file;
    private final long address;
    private final List<HeaderMessage> messages = new ArrayList<>();
    private final Deque<Block> pending = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();

    /** A stretch of the file that holds messages. */
    private record Block(long address, long length) {}

    Reader(FileBytes file, long address) {
      this.file = file;
      this.address = address;
    }

    ObjectHeader read() {
      ByteBuffer start = file.readUpTo(address, 4);
      if (start.remaining() == 4 && start.getInt(0) == 0x5244484f) { // "OHDR"
        readVersion2();
      } else {
        readVersion1();
      }
      return new ObjectHeader(address, messages);
    }

    private void readVersion1() {
      ByteBuffer prefix = file.read(address, VERSION_1_PREFIX);
      int version = Fields.octet(prefix);
      if (version != 1) {
        throw new CorruptException(
            "no object header at address " + address + " (it starts with byte " + version + ")");
      }
      // The number of messages is passed over: the library does not trust it either.
      Fields.skip(prefix, 7);
      enqueue(address + VERSION_1_PREFIX, Fields.unsigned(prefix, 4));
      while (!pending.isEmpty()) {
        Block block = pending.remove();
        ByteBuffer body = file.read(block.address, block.length);
        while (body.remaining() >= 8) {
          readMessage1(body);
        }
      }
    }

    private void readMessage1(ByteBuffer body) {
      int type = Fields.count(body, 2);
      int length = Fields.count(body, 2);
      int flags = Fields.octet(body);
      Fields.skip(body, 3);
      ByteBuffer stored = Fields.slice(body, length);
      Fields.skip(body, Math.min(body.remaining(), (8 - body.position() % 8) % 8));
      add(new HeaderMessage(type, flags, -1, stored));
    }

    private void readVersion2() {
      ByteBuffer prefix = file.readUpTo(address, 34);
      Fields.expect(prefix, "OHDR", 2, address);
      int flags = Fields.octet(prefix);
      Fields.skip(prefix, (flags & HAS_TIMES) != 0 ? 16 : 0);
      Fields.skip(prefix, (flags & HAS_ATTRIBUTE_LIMITS) != 0 ? 4 : 0);
      long length = Fields.unsigned(prefix, 1 << (flags & 3));
      boolean ordered = (flags & TRACKS_ATTRIBUTE_ORDER) != 0;
      int before = prefix.position();

      ByteBuffer whole = file.read(address, Math.addExact(length, before + 4L));
      Fields.verifyChecksum(whole, "the object header", address);
      readMessages2(whole.position(before), ordered);
      while (!pending.isEmpty()) {
        Block block = pending.remove();
        ByteBuffer continuation = file.read(block.address, block.length);
        if (continuation.remaining() < 8 || continuation.getInt() != 0x4b48434f) { // "OCHK"
          throw new CorruptException(
              "no continuation of an object header at address " + block.address);
        }
        Fields.verifyChecksum(continuation, "the object header", block.address);
        readMessages2(continuation, ordered);
      }
    }

    private void readMessages2(ByteBuffer body, boolean ordered) {
      body.limit(body.limit() - 4);
      int prefix = ordered ? 6 : 4;
      while (body.remaining() >= prefix) {
        int type = Fields.octet(body);
        int length = Fields.count(body, 2);
        int flags = Fields.octet(body);
        long order = ordered ? Fields.unsigned(body, 2) : -1;
        add(new HeaderMessage(type, flags, order, Fields.slice(body, length)));
      }
    }

    private void add(HeaderMessage message) {
      if (messages.size() == MOST_MESSAGES) {
        throw new CorruptException("more than " + MOST_MESSAGES + " messages in an object header");
      }
      if (message.type() > MessageType.LAST_KNOWN && message.mustBeKnown()) {
        throw new UnsupportedException(
            "a header message of type " + message.type() + " that a reader has to know");
      }
      messages.add(message);
      if (message.type() == MessageType.CONTINUATION) {
        ByteBuffer where = message.body();
        long continued = Fields.address(where, file.addressWidth());
        enqueue(continued, Fields.unsigned(where, file.lengthWidth()));
      }
    }

    private void enqueue(long at, long length) {
      if (!seen.add(at)) {
        throw new CorruptException("the object header at address " + address + " leads to itself");
      }
      pending.add(new Block(at, length));
    }
  }
}
