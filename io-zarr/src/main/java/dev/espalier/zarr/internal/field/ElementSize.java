package dev.espalier.zarr.internal.field;

import dev.espalier.model.type.DataType;

/** How large an element may be. */
public final class ElementSize {
  /** As many bytes as the longest document: a fill value has as many, however it is spelled. */
  private static final int LARGEST = 1 << 26;

  private ElementSize() {}

  /**
   * Refuses a type whose elements take more memory than a few words of a document should get.
   *
   * @param field where the type is told
   */
  public static void check(DataType type, Field field) {
    int size = type.byteSize().orElse(0);
    if (size > LARGEST) {
      throw field.unsupported(
          "elements of " + size + " bytes are not supported; they have at most " + LARGEST);
    }
  }
}
