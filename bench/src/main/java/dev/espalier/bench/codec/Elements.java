package dev.espalier.bench.codec;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Elements of the kinds that are stored, always the same: a chunk of each. */
public enum Elements {
  /** Segments: blobs of one number each on a background of zeros. */
  UINT8_LABELS(CoreType.UINT8) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      long cell = (z / 13) * 31L + (y / 17) * 7L + x / 11;
      boolean inside = square(z % 13 - 6) + square(y % 17 - 8) + square(x % 11 - 5) < 30;
      out.put((byte) (inside ? 1 + cell % 200 : 0));
    }
  },
  /** A photograph's brightness: smooth, with noise of a few steps. */
  UINT8_IMAGE(CoreType.UINT8) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      out.put((byte) Math.round(110 + 60 * smooth(z, y, x) + 2.5 * noise.nextGaussian()));
    }
  },
  /** A microscope's counts: smooth, with noise in the low byte. */
  UINT16_NOISY(CoreType.UINT16) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      out.putShort((short) Math.round(2000 + 700 * smooth(z, y, x) + 8 * noise.nextGaussian()));
    }
  },
  /** Heights in millimetres: smooth, both signs, with noise. */
  INT32_HEIGHTS(CoreType.INT32) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      out.putInt((int) Math.round(200_000 * smooth(z, y, x) + 40 * noise.nextGaussian()));
    }
  },
  /** Nanoseconds since 1970: even steps that jitter. */
  INT64_TIMES(CoreType.INT64) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      long number = (z * (long) SIDE + y) * SIDE + x;
      long jitter = Math.round(1500 * noise.nextGaussian());
      out.putLong(1_700_000_000_000_000_000L + number * 1_000_000L + jitter);
    }
  },
  /** Temperatures of a model in kelvin: smooth, with noise in the mantissa. */
  FLOAT32_TEMPERATURE(CoreType.FLOAT32) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      out.putFloat((float) (280 + 15 * smooth(z, y, x) + 0.05 * noise.nextGaussian()));
    }
  },
  /** A computed field: smooth to the last bit but for rounding. */
  FLOAT64_FIELD(CoreType.FLOAT64) {
    @Override
    void put(ByteBuffer out, int z, int y, int x, Random noise) {
      out.putDouble(smooth(z, y, x) + 1e-7 * noise.nextGaussian());
    }
  };

  static final int SIDE = 64;
  private static final long SEED = 5;

  private final CoreType type;

  Elements(CoreType type) {
    this.type = type;
  }

  abstract void put(ByteBuffer out, int z, int y, int x, Random noise);

  /** The type of the elements. */
  public CoreType type() {
    return type;
  }

  /** A chunk of them, which is a cube. */
  public BitsBlock chunk() {
    Shape shape = Shape.of(SIDE, SIDE, SIDE);
    byte[] bytes = new byte[BitsBlock.byteLength(type, shape)];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Random noise = new Random(SEED);
    for (int z = 0; z < SIDE; z++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          put(out, z, y, x, noise);
        }
      }
    }
    return BitsBlock.over(type, shape, bytes);
  }

  private static double smooth(int z, int y, int x) {
    return (StrictMath.sin(z / 19.0) + StrictMath.sin(y / 31.0) + StrictMath.sin(x / 47.0)) / 3;
  }

  private static int square(int number) {
    return number * number;
  }
}
