package dev.espalier.zarr.internal.update;

import dev.espalier.model.shape.ChunkIndex;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Locks for the units of one array: a few for all, so that two units may share one. Whoever holds
 * one must not ask for another.
 */
final class UnitLocks {
  private static final int COUNT = 64;

  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

  Lock of(ChunkIndex unit) {
    int spread = unit.hashCode() * 0x9E3779B9;
    return locks[(spread >>> 16) % COUNT];
  }
}
