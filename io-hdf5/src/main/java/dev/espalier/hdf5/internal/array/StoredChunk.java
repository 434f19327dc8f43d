package dev.espalier.hdf5.internal.array;

/**
 * Where a chunk is stored.
 *
 * @param address where its bytes start
 * @param size how many bytes they are, filtered
 * @param filterMask which filters were left out: bit {@code i} for filter {@code i}
 */
record StoredChunk(long address, long size, int filterMask) {}
