package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.model.json.JsonObject;
import dev.espalier.zarr.internal.compress.CompressedSize;

/**
 * The codec {@code blosc}: a chunk of the first Blosc format. Reading needs none of the parameters,
 * as a header says them.
 *
 * @param compressor what makes the bytes fewer
 * @param level how hard to compress, from 0 to 9
 * @param shuffle how bytes of elements are sorted before
 * @param typeSize bytes of an element, from 1 to 255
 * @param blockSize bytes that are compressed at a time; 0 leaves it to the codec
 * @param form whose words documents have for it
 */
record BloscCodec(
    Compressor compressor, int level, Shuffle shuffle, int typeSize, int blockSize, BloscForm form)
    implements BytesToBytesCodec {
  private static final int LARGEST_TYPE = 255;

  /** Takes elements for bytes where they are too large for the format, as the library does. */
  BloscCodec {
    typeSize = typeSize < 1 || typeSize > LARGEST_TYPE ? 1 : typeSize;
    blockSize = Math.max(blockSize, 0);
  }

  @Override
  public long maxEncodedSize(long decodedSize) {
    return CompressedSize.max(decodedSize);
  }

  @Override
  public JsonObject completed(JsonObject asked) {
    return form.completed(asked, this);
  }

  /** The flags of frames. */
  int flags() {
    return (compressor.format() << BloscHeader.COMPRESSOR_SHIFT)
        | BloscHeader.UNSPLIT
        | shuffle.flag();
  }

  /** Whether blocks are sorted before they are compressed. */
  boolean sorts() {
    return shuffle == Shuffle.BITS || (shuffle == Shuffle.BYTES && typeSize > 1);
  }

  @Override
  public BytesToBytesCoder newCoder() {
    return new BloscCoder(this);
  }
}
