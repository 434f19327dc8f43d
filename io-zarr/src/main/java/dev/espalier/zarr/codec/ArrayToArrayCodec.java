package dev.espalier.zarr.codec;

import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;

/**
 * A codec that turns a chunk into another one, bound to a kind of chunk.
 *
 * <p>Where boxes of a chunk can be turned on their own, a part can be read of what a later codec
 * stores in parts. Implementations are immutable and safe for use by several threads at once.
 */
public interface ArrayToArrayCodec {
  /** What the encoded chunk is like. */
  ChunkRepresentation encoded();

  /**
   * What a new document says of the codec: parameters are spelled as others read them.
   *
   * @param asked the parameters that the codec was bound with
   */
  default JsonObject completed(JsonObject asked) {
    return asked;
  }

  /**
   * The smallest box around a wanted one that can be decoded on its own: the wanted one itself
   * where every element stands for itself, the whole chunk where each depends on all.
   *
   * @param wanted a box within the decoded chunk
   */
  default Region decodableRegion(Region wanted) {
    return wanted;
  }

  /**
   * The box of the encoded chunk that a box of the decoded one is made from.
   *
   * @param decoded a box within the decoded chunk that {@link #decodableRegion} gave
   */
  Region encodedRegion(Region decoded);

  /**
   * The extents, in the decoded chunk, of the boxes that are decodable and need no more than one
   * box of the encoded one, where that one is cut into boxes of equal extents.
   *
   * @param encoded the extents of the boxes in the encoded chunk, which divide those of the chunk
   * @return extents that divide those of the decoded chunk
   */
  Shape decodedShape(Shape encoded);

  /**
   * Encodes a whole chunk.
   *
   * @param decoded not to be changed or kept
   * @param encoded set entirely; not to be kept
   * @throws RequestException if it has an element that this codec cannot express
   */
  void encode(Block decoded, Block encoded);

  /**
   * Decodes a box of a chunk.
   *
   * @param encoded a box of the encoded chunk; not to be changed or kept
   * @param decoded the box of the decoded chunk that {@link #encodedRegion} takes there; set
   *     entirely; not to be kept
   * @throws CorruptException if no chunk is encoded like that
   */
  void decode(Block encoded, Block decoded);
}
