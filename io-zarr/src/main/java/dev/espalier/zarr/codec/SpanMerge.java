package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans of bytes that are read together where they lie together. */
final class SpanMerge {
  /** What is read in vain between two spans costs less than another request. */
  private static final long MOST_BETWEEN = 4095;

  /** More than this is not held for one request. */
  private static final long LONGEST = 8L << 20;

  private SpanMerge() {}

  /** The spans in the order in which they lie, neighbours as one. */
  static List<ByteRange.Span> of(List<ByteRange.Span> spans) {
    if (spans.size() < 2) {
      return spans;
    }
    List<ByteRange.Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(ByteRange.Span::offset));
    List<ByteRange.Span> merged = new ArrayList<>();
    ByteRange.Span last = sorted.get(0);
    for (ByteRange.Span next : sorted.subList(1, sorted.size())) {
      if (next.offset() - last.end() <= MOST_BETWEEN && next.end() - last.offset() <= LONGEST) {
        last = new ByteRange.Span(last.offset(), Math.max(last.end(), next.end()) - last.offset());
      } else {
        merged.add(last);
        last = next;
      }
    }
    merged.add(last);
    return merged;
  }
}
