package dev.espalier.zarr.internal.legacy;

import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.schema.value.Field;
import dev.espalier.zarr.codec.ArrayToBytesCodec;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecFactory;
import dev.espalier.zarr.codec.CodecRegistry;
import java.nio.ByteBuffer;

/** Makes the codec for structs whose fields are not all in one byte order. */
public final class MixedBytesFactory implements CodecFactory.OfBytes {
  private static final String COUNTS = "counts";
  private static final String SIZES = "sizes";

  /** For {@link java.util.ServiceLoader}. */
  public MixedBytesFactory() {}

  @Override
  public CodecDeclaration declaration() {
    return CodecDeclaration.of(
        "zarr2.bytes",
        "The elements of a struct in C order, whose fields are not all in one byte order.",
        Field.required(COUNTS, Parameter.list(Parameter.integer(1)))
            .describedAs("how many numbers of one size follow each other, for each such run"),
        Field.required(SIZES, Parameter.list(Parameter.integer(1)))
            .describedAs(
                "bytes of the numbers of each run that are stored most significant byte first, or 1"
                    + " for bytes that are not"));
  }

  @Override
  public ArrayToBytesCodec bind(
      CodecConfiguration configuration, ChunkRepresentation decoded, CodecRegistry codecs) {
    long[] counts = configuration.integers(COUNTS);
    long[] sizes = configuration.integers(SIZES);
    int element = decoded.type().byteSize().orElse(0);
    if (counts.length != sizes.length || sum(counts, sizes, element) != element) {
      throw configuration.wrong(SIZES, "runs that are together the bytes of an element");
    }
    return new MixedBytes(BitsBlock.byteLength(decoded.type(), decoded.shape()), counts, sizes);
  }

  /** The bytes of all runs; -1 where they are more than there can be. */
  private static long sum(long[] counts, long[] sizes, int most) {
    long sum = 0;
    for (int run = 0; run < counts.length; run++) {
      if (sizes[run] > most || counts[run] > most) {
        return -1;
      }
      sum += counts[run] * sizes[run];
      if (sum > most) {
        return -1;
      }
    }
    return sum == 0 ? -1 : sum;
  }

  /** The codec, bound. */
  private static final class MixedBytes implements ArrayToBytesCodec {
    private final int length;
    private final long[] counts;
    private final long[] sizes;

    MixedBytes(int length, long[] counts, long[] sizes) {
      this.length = length;
      this.counts = counts;
      this.sizes = sizes;
    }

    @Override
    public long maxEncodedSize() {
      return length;
    }

    @Override
    public boolean isFixedSize() {
      return true;
    }

    @Override
    public Coder newCoder() {
      return new Coder() {
        @Override
        public void encode(Block decoded, OutputBuffer encoded) {
          byte[] target = encoded.reserve(length);
          turn(((BitsBlock) decoded).bytes(), 0, target, encoded.position());
          encoded.advance(length);
        }

        @Override
        public void decode(ByteBuffer encoded, Block decoded) {
          int from = encoded.arrayOffset() + encoded.position();
          turn(encoded.array(), from, ((BitsBlock) decoded).bytes(), 0);
        }
      };
    }

    /** Turns around the bytes of each number; doing it twice changes nothing. */
    private void turn(byte[] source, int from, byte[] target, int to) {
      int at = 0;
      while (at < length) {
        for (int run = 0; run < sizes.length; run++) {
          int size = (int) sizes[run];
          for (long number = 0; number < counts[run]; number++) {
            for (int i = 0; i < size; i++) {
              target[to + at + i] = source[from + at + size - 1 - i];
            }
            at += size;
          }
        }
      }
    }
  }
}
