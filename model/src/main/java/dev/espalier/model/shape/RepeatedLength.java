package dev.espalier.model.shape;

import java.util.List;
import java.util.stream.LongStream;

/** One length, repeated as often as the array needs it. */
final class RepeatedLength extends EdgeLengths {
  private final long length;

  RepeatedLength(long length) {
    if (length < 1) {
      throw new IllegalArgumentException("edge length " + length + "; each is at least 1");
    }
    this.length = length;
  }

  @Override
  public boolean isRepeated() {
    return true;
  }

  @Override
  public List<Run> runs() {
    return List.of(new Run(length, Long.MAX_VALUE));
  }

  @Override
  public boolean cover(long extent) {
    return true;
  }

  @Override
  long count(long extent) {
    return extent == 0 ? 0 : (extent - 1) / length + 1;
  }

  @Override
  long indexOf(long position) {
    return position / length;
  }

  @Override
  long start(long index) {
    return index * length;
  }

  @Override
  long length(long index) {
    return length;
  }

  @Override
  LongStream lengths(long extent) {
    return LongStream.of(length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RepeatedLength that && length == that.length;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(length);
  }

  /** The length. */
  @Override
  public String toString() {
    return Long.toString(length);
  }
}
