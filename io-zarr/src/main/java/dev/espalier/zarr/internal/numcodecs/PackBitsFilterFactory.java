package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.zarr.codec.ArrayToArrayCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;

/**
 * The filter {@code packbits}: eight truth values in a byte, the first in its most significant bit.
 *
 * @see <a href="https://numcodecs.readthedocs.io/en/stable/filter/packbits.html">numcodecs,
 *     PackBits</a>
 */
public final class PackBitsFilterFactory implements CodecFactory.OfArrays {
  /** For the service loader. */
  public PackBitsFilterFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "numcodecs.packbits",
        "Eight truth values in a byte, after a byte that tells how many bits were added.");
  }

  @Override
  public ArrayToArrayCodec bind(CodecConfiguration configuration, ChunkRepresentation decoded) {
    if (decoded.type() != CoreType.BOOL) {
      throw new IllegalArgumentException(
          "codec \"" + configuration.codec() + "\" takes truth values, not " + decoded.type());
    }
    long bytes = (decoded.shape().elementCount() + Byte.SIZE - 1) / Byte.SIZE;
    ChunkRepresentation encoded =
        new ChunkRepresentation(
            CoreType.UINT8, Shape.of(bytes + 1), FillValue.zero(CoreType.UINT8));
    return new PackBitsFilter(decoded, encoded);
  }
}
