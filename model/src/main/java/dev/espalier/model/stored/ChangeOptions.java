package dev.espalier.model.stored;

import dev.espalier.model.layout.FillChunks;

/**
 * How arrays are changed, as far as callers decide.
 *
 * @param fillChunks what becomes of chunks that hold nothing but the fill value
 */
public record ChangeOptions(FillChunks fillChunks) {
  /** What is done unless something else is asked: such chunks are not stored. */
  public static ChangeOptions defaults() {
    return new ChangeOptions(FillChunks.OMITTED);
  }
}
