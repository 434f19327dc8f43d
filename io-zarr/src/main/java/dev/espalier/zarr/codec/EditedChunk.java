package dev.espalier.zarr.codec;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What came of the edit of a chunk.
 *
 * @param isChanged whether anything became something else
 * @param encoded if it is changed, the encoded chunk, unless nothing of it needs to be stored;
 *     backed by an array, not to be changed, and valid until the coder is used again
 */
public record EditedChunk(boolean isChanged, Optional<ByteBuffer> encoded) {
  static final EditedChunk UNCHANGED = new EditedChunk(false, Optional.empty());

  static EditedChunk to(Optional<ByteBuffer> encoded) {
    return new EditedChunk(true, encoded);
  }
}
