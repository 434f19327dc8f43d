package dev.espalier.io.store;

import dev.espalier.io.codec.OutputBuffer;
import java.nio.ByteBuffer;

/** A value that is kept in memory until it is complete. */
final class KeptPieces implements ValueSink {
  private final WritableStore store;
  private final StoreKey key;
  private final OutputBuffer bytes = OutputBuffer.growing();

  KeptPieces(WritableStore store, StoreKey key) {
    this.store = store;
    this.key = key;
  }

  @Override
  public void put(ByteBuffer piece) {
    bytes.put(piece.duplicate());
  }

  @Override
  public void overwrite(long at, ByteBuffer piece) {
    if (at < 0 || piece.remaining() > bytes.size() - at) {
      throw new IndexOutOfBoundsException(
          piece.remaining() + " bytes at " + at + "; there are " + bytes.size());
    }
    bytes.overwrite((int) at, piece.duplicate());
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public void complete() {
    store.set(key, bytes.written());
  }

  @Override
  public void close() {}
}
