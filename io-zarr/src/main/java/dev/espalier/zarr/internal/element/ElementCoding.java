package dev.espalier.zarr.internal.element;

import java.util.function.Function;

/**
 * What an {@link ElementwiseCodec} does to elements.
 *
 * <p>Implementations are immutable and safe for use by several threads at once.
 */
public interface ElementCoding {
  /**
   * Encodes elements.
   *
   * @param decoded the bytes of elements; not to be changed
   * @param encoded takes the bytes of as many
   * @param count how many, from the first on
   * @param failure makes what is thrown for an element that cannot be encoded
   */
  void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure);

  /**
   * Decodes elements.
   *
   * @param encoded the bytes of elements; not to be changed
   * @param decoded takes the bytes of as many
   * @param count how many, from the first on
   * @param failure makes what is thrown for an element that nothing is encoded as
   */
  void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure);
}
