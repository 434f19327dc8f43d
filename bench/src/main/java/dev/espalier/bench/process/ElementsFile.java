package dev.espalier.bench.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Writes the elements that every engine stores: a cube of uint16, a smooth field with Gaussian
 * noise, the same whenever and wherever it is made.
 *
 * <p>Arguments: the file, and how many elements the cube has along each side.
 */
public final class ElementsFile {
  private static final int BASE = 2000;
  private static final double SWING = 400;
  private static final double NOISE = 8;
  private static final long SEED = 20;

  private ElementsFile() {}

  /** Writes it. */
  public static void main(String[] arguments) throws IOException {
    int side = Integer.parseInt(arguments[1]);
    double[] slow = waves(side, 61);
    double[] middle = waves(side, 97);
    double[] fast = waves(side, 143);
    Random noise = new Random(SEED);
    ByteBuffer plane = ByteBuffer.allocate(2 * side * side).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(
            Path.of(arguments[0]), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int z = 0; z < side; z++) {
        plane.clear();
        for (int y = 0; y < side; y++) {
          for (int x = 0; x < side; x++) {
            double smooth = BASE + SWING * (slow[z] + middle[y] + fast[x]);
            plane.putShort((short) Math.round(smooth + NOISE * noise.nextGaussian()));
          }
        }
        plane.flip();
        while (plane.hasRemaining()) {
          out.write(plane);
        }
      }
    }
  }

  private static double[] waves(int side, int length) {
    double[] values = new double[side];
    for (int i = 0; i < side; i++) {
      values[i] = StrictMath.sin(i * 2 * Math.PI / length);
    }
    return values;
  }
}
