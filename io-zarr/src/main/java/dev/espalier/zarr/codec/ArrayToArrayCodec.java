package dev.espalier.zarr.codec;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;

/**
 * A codec that turns a chunk into another one, bound to a kind of chunk.
 *
 * <p>Boxes of a chunk can be turned on their own, so that a part can be read of what a later codec
 * stores in parts. Implementations are immutable and safe for use by several threads at once.
 */
public interface ArrayToArrayCodec {
  /** What the encoded chunk is like. */
  ChunkRepresentation encoded();

  /**
   * The box of the encoded chunk that has the elements of a box of the decoded one.
   *
   * @param decoded a box within the decoded chunk
   */
  Region encodedRegion(Region decoded);

  /**
   * The extents, in the decoded chunk, of a box of the encoded one.
   *
   * @param encoded the extents of the box in the encoded chunk
   */
  Shape decodedShape(Shape encoded);

  /**
   * Encodes a whole chunk.
   *
   * @param decoded not to be changed or kept
   * @param encoded set entirely; not to be kept
   */
  void encode(Block decoded, Block encoded);

  /**
   * Decodes a box of a chunk.
   *
   * @param encoded a box of the encoded chunk; not to be changed or kept
   * @param decoded the box of the decoded chunk that {@link #encodedRegion} takes there; set
   *     entirely; not to be kept
   */
  void decode(Block encoded, Block decoded);
}
