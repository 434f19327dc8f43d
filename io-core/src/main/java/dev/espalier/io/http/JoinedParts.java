package dev.espalier.io.http;

import dev.espalier.io.codec.ByteRange.Span;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a value that will be read and are near each other, so that they are fetched at once, and
 * not before the first of them is read; safe for use by several threads at once.
 */
final class JoinedParts {
  /** What is announced and never read must not stay for ever. */
  private static final int MOST_WAITING = 4_096;

  private static final int MOST_FETCHED = 4;

  private final HttpOptions options;
  private final Deque<Joined> waiting = new ArrayDeque<>();
  private final Deque<Joined> fetched = new ArrayDeque<>();

  JoinedParts(HttpOptions options) {
    this.options = options;
  }

  /** Joins parts that lie within the value. */
  synchronized void add(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.removeIf(span -> span.length() == 0);
    sorted.sort(Comparator.comparingLong(Span::offset));
    List<Span> near = new ArrayList<>();
    long end = 0;
    for (Span span : sorted) {
      if (!near.isEmpty() && !isNear(near.get(0).offset(), end, span)) {
        join(near, end);
        near.clear();
        end = 0;
      }
      near.add(span);
      end = Math.max(end, span.end());
    }
    join(near, end);
  }

  private boolean isNear(long start, long end, Span span) {
    return span.offset() <= end + options.nearby()
        && Math.max(end, span.end()) - start <= options.largestJoined();
  }

  /** One part alone is read in pieces, maybe; it may be larger than what is joined. */
  private void join(List<Span> near, long end) {
    if (near.isEmpty()) {
      return;
    }
    long wanted = near.stream().mapToLong(Span::length).sum();
    long start = near.get(0).offset();
    if ((end - start) / options.largestJoined() > MOST_WAITING) {
      return; // nobody holds so much
    }
    while (end - start > options.largestJoined()) {
      announce(start, start + options.largestJoined(), options.largestJoined());
      start += options.largestJoined();
      wanted = end - start;
    }
    announce(start, end, wanted);
  }

  private void announce(long start, long end, long wanted) {
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    if (start < end) {
      waiting.addLast(new Joined(start, end, wanted));
    }
  }

  /**
   * The joined parts that hold some bytes, if these were announced; not if they are all that was,
   * which needs no memory on the way.
   */
  synchronized Optional<Joined> find(long offset, long end) {
    Optional<Joined> here = in(fetched, offset, end);
    if (here.isPresent()) {
      return here;
    }
    Optional<Joined> ahead = in(waiting, offset, end);
    if (ahead.isPresent() && offset == ahead.get().start && end == ahead.get().end) {
      waiting.remove(ahead.get());
      return Optional.empty();
    }
    return ahead;
  }

  private static Optional<Joined> in(Deque<Joined> joined, long offset, long end) {
    return joined.stream().filter(j -> offset >= j.start && end <= j.end).findFirst();
  }

  private synchronized void noteFetched(Joined joined) {
    waiting.remove(joined);
    fetched.addLast(joined);
    if (fetched.size() > MOST_FETCHED) {
      fetched.removeFirst();
    }
  }

  private synchronized void remove(Joined joined) {
    fetched.remove(joined);
  }

  synchronized void clear() {
    waiting.clear();
    fetched.clear();
  }

  /** Parts that are fetched together. */
  final class Joined {
    private final long start;
    private final long end;
    private long unread;
    private @Nullable ByteBuffer bytes;

    Joined(long start, long end, long wanted) {
      this.start = start;
      this.end = end;
      this.unread = wanted;
    }

    /**
     * Fills a buffer with bytes of these parts.
     *
     * @param fetch fills a buffer with bytes of the value
     */
    void read(long offset, ByteBuffer into, BiConsumer<Long, ByteBuffer> fetch) {
      ByteBuffer source = fetched(fetch).duplicate();
      int from = (int) (offset - start);
      int count = into.remaining();
      into.put(source.limit(from + count).position(from));
      noteRead(count);
    }

    private synchronized ByteBuffer fetched(BiConsumer<Long, ByteBuffer> fetch) {
      if (bytes == null) {
        // No larger than the options allow, whatever the server says of its values.
        ByteBuffer all = ByteBuffer.allocate((int) (end - start));
        fetch.accept(start, all);
        bytes = all.flip();
        noteFetched(this);
      }
      return bytes;
    }

    private synchronized void noteRead(long count) {
      unread -= count;
      if (unread <= 0) {
        remove(this);
      }
    }
  }
}
