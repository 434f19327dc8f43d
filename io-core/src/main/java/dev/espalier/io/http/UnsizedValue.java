package dev.espalier.io.http;

import dev.espalier.io.store.StoredValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A value whose length shows at its end only, which has to be read for that: it is kept where there
 * is room, else its bytes are counted, and asked for again when they are read.
 */
final class UnsizedValue {
  private final Resource resource;
  private final KeptBytes bytes = new KeptBytes();
  private boolean hasRoom = true;
  private long size;

  private UnsizedValue(Resource resource) {
    this.resource = resource;
  }

  /**
   * Reads an answer to its end.
   *
   * @throws IOException if it breaks off
   * @throws dev.espalier.model.error.StorageException if it is longer than what may be kept at all,
   *     or nothing tells its end from a connection that broke
   */
  static StoredValue read(Resource resource, Answer answer) throws IOException {
    if (!answer.endIsMarked()) {
      throw Refusal.failure(
          resource.what(),
          "the server says neither how long it is nor where it ends, so that nobody can tell"
              + " whether it came whole; have it send Content-Length");
    }
    UnsizedValue value = new UnsizedValue(resource);
    try {
      value.readAll(answer.body());
    } catch (IOException | RuntimeException e) {
      value.dropBytes();
      throw e;
    }
    Validators validators = Validators.of(answer, value.size);
    return value.hasRoom
        ? HttpValue.inItsRoom(resource, new KeptValues.Kept(validators, value.bytes))
        : new HttpValue(resource, validators, Optional.empty());
  }

  private void readAll(Body body) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(KeptBytes.PIECE);
    boolean more = true;
    while (more) {
      piece.clear();
      while (more && piece.hasRemaining()) {
        more = body.read(piece);
      }
      size += piece.flip().remaining();
      requireBounded();
      if (hasRoom && !keep(piece)) {
        dropBytes();
      }
    }
  }

  private void requireBounded() {
    if (size > resource.options().keptBytes()) {
      throw Refusal.failure(
          resource.what(),
          "the server does not say how long it is, and it is longer than the "
              + resource.options().keptBytes()
              + " bytes that are kept in memory; have it send Content-Length");
    }
  }

  private boolean keep(ByteBuffer piece) {
    boolean fits = resource.kept().reserve(piece.remaining());
    if (fits) {
      bytes.add(ByteBuffer.allocate(piece.remaining()).put(piece).flip());
    }
    return fits;
  }

  private void dropBytes() {
    if (hasRoom) {
      hasRoom = false;
      resource.kept().release(bytes.size());
      bytes.clear();
    }
  }
}
