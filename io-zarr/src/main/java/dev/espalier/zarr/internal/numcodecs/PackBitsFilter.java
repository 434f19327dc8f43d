package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.internal.element.WholeChunkCodec;

/** The filter {@code packbits}, bound. */
final class PackBitsFilter extends WholeChunkCodec {
  PackBitsFilter(ChunkRepresentation decoded, ChunkRepresentation encoded) {
    super(decoded, encoded);
  }

  @Override
  public void encode(Block decoded, Block into) {
    BitsBlock source = (BitsBlock) decoded;
    BitsBlock target = (BitsBlock) into;
    byte[] truths = source.bytes();
    byte[] bytes = target.bytes();
    bytes[0] = (byte) padding(source, target);
    for (int b = 1; b < target.length(); b++) {
      int first = (b - 1) * Byte.SIZE;
      int count = Math.min(Byte.SIZE, source.length() - first);
      int packed = 0;
      for (int i = 0; i < count; i++) {
        packed |= truths[first + i] != 0 ? 0x80 >> i : 0;
      }
      bytes[b] = (byte) packed;
    }
  }

  @Override
  public void decode(Block encoded, Block into) {
    BitsBlock source = (BitsBlock) encoded;
    BitsBlock target = (BitsBlock) into;
    byte[] bytes = source.bytes();
    byte[] truths = target.bytes();
    int padding = padding(target, source);
    if (bytes[0] != padding) {
      throw new CorruptException(
          "expected " + padding + " bits of padding, found " + (bytes[0] & 0xff));
    }
    for (int i = 0; i < target.length(); i++) {
      truths[i] = (byte) ((bytes[1 + i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE)) & 1);
    }
  }

  /** How many bits fill the last byte. */
  private static int padding(BitsBlock truths, BitsBlock packed) {
    return (packed.length() - 1) * Byte.SIZE - truths.length();
  }
}
