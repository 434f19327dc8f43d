package dev.espalier.zarr.internal.array;

import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecPipeline;
import java.util.ArrayList;
import java.util.List;

/** Coders for the shapes of units that one thread has met last. */
public final class UnitCoders implements AutoCloseable {
  /** Each keeps buffers: enough for the corners of a grid that is even but for its edges. */
  private static final int KEPT = 4;

  private final UnitPipelines pipelines;
  private final FillChunks fillChunks;
  private final List<Entry> recent = new ArrayList<>(KEPT);

  private record Entry(CodecPipeline pipeline, ChunkCoder coder) {}

  /**
   * Coders for one thread, none so far.
   *
   * @param fillChunks what becomes of chunks that hold the fill value alone
   */
  public UnitCoders(UnitPipelines pipelines, FillChunks fillChunks) {
    this.pipelines = pipelines;
    this.fillChunks = fillChunks;
  }

  /** How many coders there may be at a time. */
  public static int most(Tiling units) {
    return units.isEven() ? 1 : KEPT;
  }

  /** The coder for units of a shape, until the next one is asked for. */
  public ChunkCoder of(Shape unit) {
    for (int i = 0; i < recent.size(); i++) {
      Entry entry = recent.get(i);
      if (entry.pipeline().representation().shape().equals(unit)) {
        if (i > 0) {
          recent.remove(i);
          recent.add(0, entry);
        }
        return entry.coder();
      }
    }
    if (recent.size() == KEPT) {
      recent.remove(KEPT - 1).coder().close();
    }
    CodecPipeline pipeline = pipelines.of(unit);
    recent.add(0, new Entry(pipeline, pipeline.newCoder(fillChunks)));
    return recent.get(0).coder();
  }

  @Override
  public void close() {
    recent.forEach(entry -> entry.coder().close());
    recent.clear();
  }
}
