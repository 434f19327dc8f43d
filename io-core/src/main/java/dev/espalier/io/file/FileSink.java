package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.ValueSink;
import dev.espalier.model.error.EspalierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that grows; small pieces are gathered in a buffer outside the heap. */
final class FileSink implements ValueSink {
  private final String store;
  private final StoreKey key;
  private final Path path;
  private final FileChannel channel;
  private final DirectBuffers buffers;
  private final ByteBuffer gathered;
  private long flushed;
  private boolean complete;
  private boolean closed;

  FileSink(String store, StoreKey key, Path path, FileChannel channel, DirectBuffers buffers) {
    this.store = store;
    this.key = key;
    this.path = path;
    this.channel = channel;
    this.buffers = buffers;
    this.gathered = buffers.take();
  }

  @Override
  public void put(ByteBuffer piece) {
    ByteBuffer rest = piece.duplicate();
    while (rest.hasRemaining()) {
      int count = Math.min(rest.remaining(), gathered.remaining());
      gathered.put(rest.slice(rest.position(), count));
      rest.position(rest.position() + count);
      if (!gathered.hasRemaining()) {
        flush();
      }
    }
  }

  private void flush() {
    try {
      gathered.flip();
      int count = gathered.remaining();
      FileTransfer.write(channel, gathered);
      gathered.clear();
      flushed += count;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void overwrite(long at, ByteBuffer piece) {
    if (at < 0 || piece.remaining() > size() - at) {
      throw new IndexOutOfBoundsException(
          piece.remaining() + " bytes at " + at + "; there are " + size());
    }
    flush();
    try {
      ByteBuffer rest = piece.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest, at + rest.position() - piece.position());
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public long size() {
    return flushed + gathered.position();
  }

  @Override
  public void complete() {
    flush();
    complete = true;
  }

  private EspalierException failure(IOException e) {
    return FileFailures.writing(store, key.value(), e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    buffers.giveBack(gathered);
    try (channel) {
      if (!complete) {
        Files.deleteIfExists(path); // half a value is worse than none
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
