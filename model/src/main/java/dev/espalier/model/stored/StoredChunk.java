package dev.espalier.model.stored;

import dev.espalier.model.shape.Region;

/**
 * A chunk that is stored, or an inner chunk of a stored shard.
 *
 * @param region the elements of the array that it holds; where it hangs over the edge of the array,
 *     those within
 * @param encodedBytes how many bytes it takes in the store
 */
public record StoredChunk(Region region, long encodedBytes) {}
