package dev.espalier.io.http;

import dev.espalier.io.codec.ByteRange.Span;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.store.StoredValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value at a server, parts of which are fetched when they are read. What the opening request
 * brings is read from there as far as it goes.
 */
final class HttpValue implements StoredValue {
  private final Resource resource;
  private final Validators validators;

  /** What has come and was not read; whoever reads it takes it out meanwhile. */
  private final AtomicReference<@Nullable Piece> coming;

  private final JoinedParts joined;
  private final Object wholeLock = new Object();
  private volatile @Nullable KeptBytes whole;
  private volatile boolean hasRoom;

  HttpValue(Resource resource, Validators validators, Optional<Piece> coming) {
    this.resource = resource;
    this.validators = validators;
    this.coming = new AtomicReference<>(coming.orElse(null));
    this.joined = new JoinedParts(resource.options());
  }

  /** A value that is in memory, and is among what is kept. */
  static HttpValue of(Resource resource, KeptValues.Kept kept) {
    HttpValue value = new HttpValue(resource, kept.validators(), Optional.empty());
    value.whole = kept.bytes();
    return value;
  }

  /** A value that is in memory, for which room was made; it is given back by this value. */
  static HttpValue inItsRoom(Resource resource, KeptValues.Kept kept) {
    HttpValue value = of(resource, kept);
    value.hasRoom = true;
    return value;
  }

  @Override
  public Optional<String> version() {
    return validators.version();
  }

  @Override
  public long size() {
    return validators.total();
  }

  @Override
  public void expect(List<Span> spans) {
    joined.add(spans.stream().filter(span -> span.end() <= size()).toList());
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    ByteSource.requireWithin(size(), offset, into.remaining());
    Optional<JoinedParts.Joined> parts =
        into.hasRemaining() && !resource.ranges().ignoresParts()
            ? joined.find(offset, offset + into.remaining())
            : Optional.empty();
    parts.ifPresentOrElse(
        found -> found.read(offset, into, this::readAlone), () -> readAlone(offset, into));
  }

  private void readAlone(long offset, ByteBuffer into) {
    long end = offset + into.remaining();
    while (into.hasRemaining()) {
      Optional<KeptBytes> all = whole(offset, end);
      if (all.isPresent()) {
        all.get().read(offset, into);
      } else {
        fetch(offset, into);
      }
    }
  }

  /** The whole value in memory, where the server gives nothing less; not to be read only once. */
  private Optional<KeptBytes> whole(long offset, long end) {
    KeptBytes known = whole;
    if (known != null) {
      return Optional.of(known);
    }
    boolean isAll = offset == 0 && end == size();
    if (!hasRoom && (!resource.ranges().ignoresParts() || isAll)) {
      return Optional.empty();
    }
    synchronized (wholeLock) {
      if (whole == null && (hasRoom || makeRoom())) {
        whole = fetchAll();
      }
      return Optional.ofNullable(whole);
    }
  }

  private boolean makeRoom() {
    synchronized (wholeLock) {
      if (!hasRoom && resource.kept().reserve(size())) {
        hasRoom = true;
        return true;
      }
      return false;
    }
  }

  private KeptBytes fetchAll() {
    KeptBytes bytes = new KeptBytes();
    while (bytes.size() < size()) {
      int length = (int) Math.min(KeptBytes.PIECE, size() - bytes.size());
      ByteBuffer piece = ByteBuffer.allocate(length);
      while (piece.hasRemaining()) {
        fetch(bytes.size(), piece);
      }
      bytes.add(piece.flip());
    }
    return bytes;
  }

  /**
   * Fills a buffer from the server, and goes on where a connection broke; leaves it as it was if
   * the server gave the whole value, and there is room for it.
   */
  private void fetch(long offset, ByteBuffer into) {
    int start = into.position();
    Tries tries = resource.tries();
    while (true) {
      long at = offset + into.position() - start;
      try {
        Piece piece = take(at).orElse(null);
        if (piece == null) {
          piece = resource.part(new Span(at, into.remaining()), validators);
          if (piece.at() < at && makeRoom()) {
            giveBack(piece);
            into.position(start);
            return;
          }
        }
        fill(piece, at, into);
        if (!into.hasRemaining()) {
          return;
        }
      } catch (IOException e) {
        tries.failed(e);
        if (validators.version().isEmpty()) {
          into.position(start); // nobody knows whether the rest would be of the same version
        }
      }
    }
  }

  private void fill(Piece piece, long at, ByteBuffer into) throws IOException {
    try {
      piece.skipTo(at);
      piece.read(into);
    } catch (IOException | RuntimeException e) {
      piece.breakOff();
      throw e;
    }
    giveBack(piece);
  }

  private Optional<Piece> take(long offset) {
    Piece piece = coming.get();
    return piece != null && piece.reaches(offset, nearby()) && coming.compareAndSet(piece, null)
        ? Optional.of(piece)
        : Optional.empty();
  }

  /** Where nothing less than all can be had, all of it that comes is used. */
  private long nearby() {
    return resource.ranges().ignoresParts() ? Long.MAX_VALUE : resource.options().nearby();
  }

  private void giveBack(Piece piece) {
    Piece before = piece.isAtEnd() ? piece : coming.getAndSet(piece);
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void close() {
    Piece piece = coming.getAndSet(null);
    if (piece != null) {
      piece.close();
    }
    joined.clear();
    synchronized (wholeLock) {
      if (hasRoom) {
        hasRoom = false;
        keepOrRelease();
      }
    }
  }

  private void keepOrRelease() {
    KeptBytes bytes = whole;
    if (bytes != null && validators.version().isPresent()) {
      resource.kept().keep(resource.url(), new KeptValues.Kept(validators, bytes));
    } else {
      resource.kept().release(size());
    }
  }
}
