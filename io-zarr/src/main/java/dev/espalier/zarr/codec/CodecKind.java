package dev.espalier.zarr.codec;

/** What a codec takes and what it gives when it encodes. */
public enum CodecKind {
  /** From a chunk to another chunk. */
  ARRAY_TO_ARRAY("array -> array"),
  /** From a chunk to bytes. */
  ARRAY_TO_BYTES("array -> bytes"),
  /** From bytes to other bytes. */
  BYTES_TO_BYTES("bytes -> bytes");

  private final String words;

  CodecKind(String words) {
    this.words = words;
  }

  /** The kind in words: {@code array -> bytes}. */
  @Override
  public String toString() {
    return words;
  }
}
