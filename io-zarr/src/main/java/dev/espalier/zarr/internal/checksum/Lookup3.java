package dev.espalier.zarr.internal.checksum;

import java.util.zip.Checksum;

/**
 * Bob Jenkins' hash lookup3 of a message that is given at once, as HDF5 uses it.
 *
 * @see <a href="https://burtleburtle.net/bob/c/lookup3.c">lookup3</a>
 */
final class Lookup3 implements Checksum {
  private static final int START = 0xdeadbeef;
  private static final int BLOCK = 12;

  private final int seed;
  private int a;
  private int b;
  private int c;

  Lookup3(int seed) {
    this.seed = seed;
    this.c = START + seed;
  }

  @Override
  public void update(byte[] bytes, int from, int count) {
    a = START + count + seed;
    b = a;
    c = a;
    int at = from;
    int left = count;
    for (; left > BLOCK; left -= BLOCK, at += BLOCK) {
      add(bytes, at, BLOCK);
      mix();
    }
    if (left > 0) {
      add(bytes, at, left);
      finish();
    }
  }

  @Override
  public void update(int one) {
    update(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public long getValue() {
    return Integer.toUnsignedLong(c);
  }

  @Override
  public void reset() {
    c = START + seed;
  }

  /** Adds up to twelve bytes, four to each word, least significant first. */
  private void add(byte[] bytes, int at, int count) {
    a += word(bytes, at, count);
    b += word(bytes, at + 4, count - 4);
    c += word(bytes, at + 8, count - 8);
  }

  private static int word(byte[] bytes, int at, int count) {
    int word = 0;
    for (int i = 0; i < Math.min(count, Integer.BYTES); i++) {
      word |= (bytes[at + i] & 0xff) << (8 * i);
    }
    return word;
  }

  private void mix() {
    a -= c;
    a ^= Integer.rotateLeft(c, 4);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 6);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 8);
    b += a;
    a -= c;
    a ^= Integer.rotateLeft(c, 16);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 19);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 4);
    b += a;
  }

  private void finish() {
    c ^= b;
    c -= Integer.rotateLeft(b, 14);
    a ^= c;
    a -= Integer.rotateLeft(c, 11);
    b ^= a;
    b -= Integer.rotateLeft(a, 25);
    c ^= b;
    c -= Integer.rotateLeft(b, 16);
    a ^= c;
    a -= Integer.rotateLeft(c, 4);
    b ^= a;
    b -= Integer.rotateLeft(a, 14);
    c ^= b;
    c -= Integer.rotateLeft(b, 24);
  }
}
