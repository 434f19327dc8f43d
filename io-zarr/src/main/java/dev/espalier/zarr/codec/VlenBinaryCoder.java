package dev.espalier.zarr.codec;

import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.Block;
import java.nio.ByteBuffer;

/** Writes and reads the byte strings of a chunk. */
final class VlenBinaryCoder extends VlenCoder {
  VlenBinaryCoder(int count, int maxSize) {
    super("byte string", count, maxSize);
  }

  @Override
  void put(Block block, int index, OutputBuffer encoded) {
    byte[] value = ((BinaryBlock) block).values()[index];
    encoded.putIntLittleEndian(value.length);
    encoded.put(ByteBuffer.wrap(value));
  }

  @Override
  void take(ByteBuffer bytes, int length, Block block, int index) {
    byte[] value = new byte[length];
    bytes.get(value);
    ((BinaryBlock) block).values()[index] = value;
  }
}
