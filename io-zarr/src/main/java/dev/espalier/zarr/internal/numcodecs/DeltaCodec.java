package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.internal.element.WholeChunkCodec;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import dev.espalier.zarr.internal.number.NumberCast;
import dev.espalier.zarr.internal.number.NumberType;

/**
 * The filter {@code delta}, bound. Differences are those of the chunk's type, and wrap where it
 * does; sums of floats are kept in the wider of both types.
 */
final class DeltaCodec extends WholeChunkCodec {
  private static final int PIECE = 1024;

  private final NumberType type;
  private final NumberType stored;
  private final NumberType sums;
  private final NumberCast store;
  private final NumberCast load;
  private final NumberCast give;

  DeltaCodec(
      ChunkRepresentation decoded,
      ChunkRepresentation encoded,
      NumberType type,
      NumberType stored) {
    super(decoded, encoded);
    this.type = type;
    this.stored = stored;
    this.sums = FilterType.common(type, stored).<NumberType>map(floats -> floats).orElse(type);
    this.store = Casts.of(type, stored);
    this.load = Casts.of(stored, sums);
    this.give = Casts.of(sums, type);
  }

  @Override
  public void encode(Block decoded, Block into) {
    BitsBlock source = (BitsBlock) decoded;
    BitsBlock target = (BitsBlock) into;
    int count = source.length() / type.size();
    byte[] differences = new byte[Math.min(count, PIECE) * type.size()];
    Run run = Run.of(type);
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      run.differences(source.bytes(), first, differences, length);
      store.run(differences, 0, target.bytes(), first, length, RequestException::new);
    }
  }

  @Override
  public void decode(Block encoded, Block into) {
    BitsBlock source = (BitsBlock) encoded;
    BitsBlock target = (BitsBlock) into;
    int count = source.length() / stored.size();
    byte[] piece = new byte[Math.min(count, PIECE) * sums.size()];
    Run run = Run.of(sums);
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      load.run(source.bytes(), first, piece, 0, length, CorruptException::new);
      run.sums(piece, length);
      give.run(piece, 0, target.bytes(), first, length, CorruptException::new);
    }
  }

  /** Numbers one after the other, over the pieces of a chunk. */
  private sealed interface Run {
    /** Takes the difference of each number to the one before it. */
    void differences(byte[] from, int first, byte[] into, int count);

    /** Puts in the place of each number the sum of all up to it. */
    void sums(byte[] numbers, int count);

    static Run of(NumberType type) {
      return type instanceof FloatType floats
          ? new FloatRun(floats)
          : new IntegerRun((IntegerType) type);
    }
  }

  private static final class IntegerRun implements Run {
    private final IntegerType type;
    private final long[] piece = new long[PIECE];
    private long last;

    IntegerRun(IntegerType type) {
      this.type = type;
    }

    @Override
    public void differences(byte[] from, int first, byte[] into, int count) {
      type.read(from, first, piece, count);
      for (int i = 0; i < count; i++) {
        long number = piece[i];
        piece[i] = number - last;
        last = number;
      }
      type.write(piece, into, 0, count);
    }

    @Override
    public void sums(byte[] numbers, int count) {
      type.read(numbers, 0, piece, count);
      for (int i = 0; i < count; i++) {
        last += piece[i];
        piece[i] = last;
      }
      type.write(piece, numbers, 0, count);
    }
  }

  private static final class FloatRun implements Run {
    private final FloatType type;
    private final double[] piece = new double[PIECE];
    private double last;
    private boolean started;

    FloatRun(FloatType type) {
      this.type = type;
    }

    @Override
    public void differences(byte[] from, int first, byte[] into, int count) {
      type.read(from, first, piece, count);
      for (int i = 0; i < count; i++) {
        double number = piece[i];
        // The first one stays as it is, be it a negative zero.
        piece[i] = started ? type.result(number - last) : number;
        last = number;
        started = true;
      }
      type.write(piece, into, 0, count);
    }

    @Override
    public void sums(byte[] numbers, int count) {
      type.read(numbers, 0, piece, count);
      for (int i = 0; i < count; i++) {
        last = started ? type.result(last + piece[i]) : piece[i];
        started = true;
        piece[i] = last;
      }
      type.write(piece, numbers, 0, count);
    }
  }
}
