package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.array.DataLayout.Chunked;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.Optional;

/** The chunks of a chunked dataset. */
final class FilteredChunks implements RawChunks {
  private final FileBytes file;
  private final Tiling tiling;
  private final ChunkTable table;
  private final FilterPipeline pipeline;
  private final boolean edgesUnfiltered;
  private final int chunkBytes;

  FilteredChunks(
      FileBytes file, Extents extents, Chunked layout, FilterPipeline pipeline, int chunkBytes) {
    this.file = file;
    this.tiling = Tiling.of(extents.shape(), layout.chunk());
    this.pipeline = pipeline;
    this.edgesUnfiltered = layout.edgesUnfiltered();
    this.chunkBytes = chunkBytes;
    this.table = ChunkIndexes.load(file, extents, layout, chunkBytes);
  }

  @Override
  public Tiling tiling() {
    return tiling;
  }

  @Override
  public Shape loadedShape(ChunkIndex index) {
    return tiling.tileShape();
  }

  @Override
  public long workBytes() {
    return 3L * chunkBytes; // Encoded, half decoded, decoded.
  }

  @Override
  public boolean load(ChunkIndex index, Scratch scratch) {
    Optional<StoredChunk> found = table.find(index);
    if (found.isEmpty()) {
      return false;
    }
    StoredChunk chunk = found.get();
    try {
      load(chunk, edgesUnfiltered && hangsOver(index), scratch);
      return true;
    } catch (RuntimeException e) {
      throw Failures.at("chunk " + index + " at address " + chunk.address(), e);
    }
  }

  private void load(StoredChunk chunk, boolean unfiltered, Scratch scratch) {
    if (unfiltered && chunk.size() != chunkBytes) {
      throw new CorruptException(
          "an unfiltered chunk of " + chunk.size() + " bytes; expected " + chunkBytes);
    }
    pipeline.checkPlausible(chunk.size());
    int size = (int) Math.min(chunk.size(), Integer.MAX_VALUE);
    if (file.available(chunk.address()) < size) {
      throw new CorruptException(
          "its " + size + " bytes go beyond the end of the file; it is damaged or was cut off");
    }
    file.read(chunk.address(), scratch.fill(size), 0, size);
    pipeline.decode(scratch, unfiltered ? -1 : chunk.filterMask());
  }

  private boolean hangsOver(ChunkIndex index) {
    return !tiling.region(index).shape().equals(tiling.tileShape());
  }
}
