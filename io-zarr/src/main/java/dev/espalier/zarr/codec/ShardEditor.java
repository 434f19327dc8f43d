package dev.espalier.zarr.codec;

import static java.util.Objects.requireNonNull;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Tiling;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes inner chunks of shards; those that are not touched are copied as they are encoded. For
 * one thread.
 */
final class ShardEditor implements AutoCloseable {
  private final ShardingCodec codec;
  private final Tiling tiling;
  private final ChunkCoder inner;
  private final ShardIndexCoder indexCoder;
  private final OutputBuffer output = OutputBuffer.growing();

  ShardEditor(ShardingCodec codec, FillChunks fillChunks) {
    this.codec = codec;
    this.tiling = codec.tiling();
    this.inner = codec.inner().newCoder(fillChunks);
    this.indexCoder = new ShardIndexCoder(codec);
  }

  /**
   * Edits a shard.
   *
   * @param shard the shard as it is stored, if it is
   * @throws CorruptException if it is no shard, and the edit leaves something of it
   */
  EditedChunk edit(Optional<? extends ByteSource> shard, ChunkEdit edit) {
    boolean anew = shard.isEmpty() || edit.replaces(Region.all(codec.shard().shape()));
    ByteSource old = anew ? null : shard.get();
    Rewriting rewriting = new Rewriting(old);
    int number = 0;
    for (ChunkIndex position : tiling.all()) {
      try {
        rewriting.next(number++, tiling.region(position), edit);
      } catch (CorruptException e) {
        throw new CorruptException("inner chunk " + position + ": " + e.getMessage(), e);
      }
    }
    return rewriting.result();
  }

  /**
   * Tells which inner chunks that a box touches are stored, in C order, and how many bytes each
   * takes.
   */
  void visitStored(ByteSource shard, Region within, ObjLongConsumer<Region> visitor) {
    ShardIndex before = indexCoder.read(shard);
    for (ChunkIndex position : tiling.touching(within)) {
      int number = codec.number(position);
      if (!before.isMissing(number)) {
        visitor.accept(tiling.region(position), before.find(number, shard).size());
      }
    }
  }

  long memory() {
    return inner.memory() + indexCoder.memory() + output.memory();
  }

  @Override
  public void close() {
    inner.close();
    indexCoder.close();
  }

  /** One shard on its way from what it was to what it becomes. */
  private final class Rewriting {
    private final @Nullable ByteSource old;
    private final @Nullable ShardIndex before;
    private final ShardIndex after;
    private boolean changed;
    private boolean empty = true;

    /** Bytes of inner chunks that are kept and lie one behind the other. */
    private long runOffset;

    private long runSize;

    Rewriting(@Nullable ByteSource old) {
      this.old = old;
      this.before = old == null ? null : indexCoder.read(old);
      this.after = indexCoder.next();
      output.clear(Long.MAX_VALUE);
      if (codec.isIndexFirst()) {
        output.put(ByteBuffer.allocate((int) codec.indexSize()));
      }
    }

    void next(int number, Region box, ChunkEdit edit) {
      Optional<ByteSource> stored =
          old == null || before == null || before.isMissing(number)
              ? Optional.empty()
              : Optional.of(before.find(number, old));
      if (edit.removes(box)) {
        changed |= stored.isPresent();
        after.setMissing(number);
        return;
      }
      if (edit.touches(box)) {
        EditedChunk edited = inner.edit(stored, new Within(box, edit));
        if (edited.isChanged()) {
          changed = true;
          put(number, edited.encoded());
          return;
        }
      }
      if (stored.isEmpty()) {
        after.setMissing(number);
      } else {
        keep(number, requireNonNull(before).offset(number), stored.get().size());
      }
    }

    private void put(int number, Optional<ByteBuffer> encoded) {
      copyRun();
      if (encoded.isEmpty()) {
        after.setMissing(number);
        return;
      }
      int offset = output.size();
      output.put(encoded.get());
      after.set(number, offset, output.size() - offset);
      empty = false;
    }

    private void keep(int number, long offset, long size) {
      if (offset != runOffset + runSize) {
        copyRun();
        runOffset = offset;
      }
      after.set(number, output.size() + runSize, size);
      runSize += size;
      empty = false;
    }

    private void copyRun() {
      if (runSize > 0 && old != null) {
        byte[] array = output.reserve(runSize);
        old.read(runOffset, ByteBuffer.wrap(array, output.position(), (int) runSize));
        output.advance((int) runSize);
      }
      runSize = 0;
    }

    EditedChunk result() {
      if (!changed) {
        return EditedChunk.UNCHANGED;
      }
      if (empty) {
        return EditedChunk.to(Optional.empty());
      }
      copyRun();
      ByteBuffer index = indexCoder.encode(after);
      if (codec.isIndexFirst()) {
        output.overwrite(0, index);
      } else {
        output.put(index);
      }
      return EditedChunk.to(Optional.of(output.written()));
    }
  }

  /**
   * What an edit of a shard does to one of its inner chunks.
   *
   * @param chunk where the inner chunk is in the shard
   */
  private record Within(Region chunk, ChunkEdit edit) implements ChunkEdit {
    @Override
    public boolean touches(Region box) {
      return edit.touches(inShard(box));
    }

    @Override
    public boolean replaces(Region box) {
      return edit.replaces(inShard(box));
    }

    @Override
    public boolean removes(Region box) {
      return edit.removes(inShard(box));
    }

    @Override
    public boolean apply(Region box, Block elements) {
      return edit.apply(inShard(box), elements);
    }

    private Region inShard(Region box) {
      long[] origin = new long[box.rank()];
      for (int d = 0; d < origin.length; d++) {
        origin[d] = chunk.start(d) + box.start(d);
      }
      return Region.of(origin, box.shape());
    }
  }
}
