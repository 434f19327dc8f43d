package dev.espalier.model.layout;

/**
 * What becomes of chunks whose every element has the bits of the fill value. Readers see no
 * difference: a chunk that is not there is filled with it.
 */
public enum FillChunks {
  /** They are not stored, and where one is there, it is erased. */
  OMITTED,
  /** They are stored like others, for those who tell what was written by what is there. */
  STORED
}
