package dev.espalier.testkit.store;

import dev.espalier.io.store.StoredValue;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A value of which only the first bytes can be read. */
final class FaultyValue implements StoredValue {
  /**
   * What is wrong.
   *
   * @param bytes how many can be read
   * @param failure throws
   */
  record Fault(long bytes, Runnable failure) {}

  private final StoredValue whole;
  private final Fault fault;

  FaultyValue(StoredValue whole, Fault fault) {
    this.whole = whole;
    this.fault = fault;
  }

  @Override
  public Optional<String> version() {
    return whole.version();
  }

  @Override
  public long size() {
    return whole.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    if (into.hasRemaining() && offset + into.remaining() > fault.bytes()) {
      fault.failure().run();
    }
    whole.read(offset, into);
  }

  @Override
  public void close() {
    whole.close();
  }
}
