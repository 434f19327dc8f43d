package dev.espalier.io.zip;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.RequestException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** An entry that has to be inflated: as a whole, when it is first read and not kept from before. */
final class DeflatedEntry implements StoredValue {
  private static final int PIECE_BYTES = 1 << 16;

  private final StoredEntry deflated;
  private final int place;
  private final @Nullable InflatedEntries kept;
  private @Nullable ByteBuffer inflated;

  /** Whether the bytes were compared with their checksum just now, and not by somebody before. */
  private boolean isFresh;

  private DeflatedEntry(StoredEntry deflated, int place, @Nullable InflatedEntries kept) {
    this.deflated = deflated;
    this.place = place;
    this.kept = kept;
  }

  /** One that is read at once, as is seldom done twice. */
  static DeflatedEntry whole(StoredEntry deflated) {
    return new DeflatedEntry(deflated, 0, null);
  }

  /**
   * One of which a part is read, and others may be by whoever opens it next.
   *
   * @param place of the entry in the index
   */
  static DeflatedEntry inParts(StoredEntry deflated, int place, InflatedEntries kept) {
    return new DeflatedEntry(deflated, place, kept);
  }

  @Override
  public Optional<String> version() {
    return deflated.version();
  }

  @Override
  public long size() {
    return deflated.entry().size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    int length = into.remaining();
    ByteSource.requireWithin(size(), offset, length);
    into.put(bytes().slice((int) offset, length));
  }

  private synchronized ByteBuffer bytes() {
    ByteBuffer bytes = inflated;
    if (bytes == null) {
      bytes = kept == null ? inflate() : keptOrInflated(kept);
      inflated = bytes;
    }
    return bytes;
  }

  private ByteBuffer keptOrInflated(InflatedEntries kept) {
    ByteBuffer bytes = kept.get(place, deflated.where(), this::inflateHere);
    if (!isFresh) {
      deflated.requireUnchanged();
    }
    return bytes;
  }

  private ByteBuffer inflateHere() {
    isFresh = true;
    return inflate();
  }

  private ByteBuffer inflate() {
    if (size() > Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 2)) {
      throw new RequestException(
          deflated.where()
              + "has "
              + size()
              + " bytes when it is inflated, which has to be done as a whole; that does not fit the"
              + " memory of this process, give it more or pack the archive without compression");
    }
    ByteBuffer result = ByteBuffer.allocate((int) size());
    Inflater inflater = new Inflater(true);
    try {
      inflate(inflater, result);
    } catch (DataFormatException e) {
      throw deflated.corrupt("it cannot be inflated (" + e.getMessage() + ")");
    } finally {
      inflater.end();
    }
    deflated.requireChecksum(result.flip());
    return result.rewind();
  }

  private void inflate(Inflater inflater, ByteBuffer result) throws DataFormatException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    ByteBuffer beyond = ByteBuffer.allocate(1);
    long at = 0;
    while (!inflater.finished()) {
      if (inflater.needsInput() && at < deflated.size()) {
        piece.clear().limit((int) Math.min(PIECE_BYTES, deflated.size() - at));
        deflated.readRaw(at, piece);
        at += piece.flip().remaining();
        inflater.setInput(piece);
      }
      int count = inflater.inflate(result.hasRemaining() ? result : beyond);
      if (!beyond.hasRemaining()) {
        throw deflated.corrupt("it inflates to more than the " + size() + " bytes that it says");
      }
      boolean goesOn = count > 0 || (inflater.needsInput() && at < deflated.size());
      if (!goesOn && !inflater.finished()) {
        throw deflated.corrupt(
            "it inflates to "
                + result.position()
                + " bytes of the "
                + size()
                + " that it says, and there is no more of it");
      }
    }
    if (result.hasRemaining()) {
      throw deflated.corrupt(
          "it inflates to " + result.position() + " bytes, and says it has " + size());
    }
  }

  @Override
  public void close() {}
}
