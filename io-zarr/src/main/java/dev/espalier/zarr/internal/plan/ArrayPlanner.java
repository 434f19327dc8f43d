package dev.espalier.zarr.internal.plan;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides what one array leaves open, and finds every reason why it cannot be written. */
final class ArrayPlanner {
  private static final String[] CHUNK_SHAPE = {"chunk_grid", "configuration", "chunk_shape"};

  private final DocumentFormat format;
  private final CodecRegistry codecs;
  private final NodePath path;
  private final ArraySpec array;
  private final Consumer<Finding> findings;
  private boolean sound = true;

  ArrayPlanner(
      DocumentFormat format,
      CodecRegistry codecs,
      NodePath path,
      ArraySpec array,
      Consumer<Finding> findings) {
    this.format = format;
    this.codecs = codecs;
    this.path = path;
    this.array = array;
    this.findings = findings;
  }

  /** The array with nothing left open, or nothing if there were findings. */
  Optional<StoredArray> plan() {
    checkDataType();
    checkGrid();
    checkCodecNames();
    if (!sound) {
      return Optional.empty();
    }
    ArraySpec resolved = resolve();
    checkChunkSize(resolved);
    checkDocument(resolved);
    return sound ? bind(resolved) : Optional.empty();
  }

  private void checkDataType() {
    DataType type = array.dataType();
    if (!type.isHandled()) {
      report(
          ZarrRule.DATA_TYPE_UNSUPPORTED
              .at(path, "data_type")
              .message("elements of data type " + type + " cannot be written")
              .expected("a data type of fixed size that is known, string or bytes")
              .found(type.toString())
              .fix("leave the array out, or convert its elements first"));
    }
  }

  private void checkGrid() {
    Optional<ChunkGrid> grid = array.layout().chunkGrid();
    if (grid.isPresent() && grid.get() instanceof RectilinearGrid varied) {
      checkEdges(varied);
    } else if (grid.isPresent() && !(grid.get() instanceof RegularGrid)) {
      report(
          ZarrRule.CHUNK_GRID_UNSUPPORTED
              .at(path, "chunk_grid")
              .message("chunk grid \"" + grid.get().name() + "\" cannot be written")
              .expected("regular or rectilinear")
              .found(grid.get().name())
              .fix("use a regular or a rectilinear grid"));
    }
    if (!(grid.orElse(null) instanceof RectilinearGrid)) {
      shards().ifPresent(this::checkShards);
    }
  }

  private void checkEdges(RectilinearGrid grid) {
    Shape shape = array.shape();
    for (int d = 0; d < shape.rank(); d++) {
      EdgeLengths edges = grid.edges().get(d);
      if (!edges.cover(shape.extent(d))) {
        report(
            ZarrRule.CHUNK_EDGES
                .at(path, "chunk_grid", "configuration", "chunk_shapes", Integer.toString(d))
                .message(
                    "the chunks along dimension " + d + " do not hold all elements of " + shape)
                .expected("edge lengths whose sum is at least " + shape.extent(d))
                .found(edges.toString())
                .fix("add chunks, or give one number, which repeats"));
      }
    }
    shards()
        .ifPresent(
            shard ->
                report(
                    ZarrRule.SHARD_MULTIPLE
                        .at(path, CHUNK_SHAPE)
                        .message("chunks of varying extents cannot be gathered in shards")
                        .expected("no shard shape beside a rectilinear grid")
                        .found("shards of " + shard + " of chunks of " + grid)
                        .fix(
                            "leave the shards out; or let the grid be that of the shards, with"
                                + " the codec sharding_indexed for their chunks")));
  }

  private void checkShards(Shape shard) {
    Optional<Shape> chunk = array.layout().chunkShape();
    boolean whole = shard.rank() == array.shape().rank() && !shard.isEmpty();
    for (int d = 0; whole && chunk.isPresent() && d < shard.rank(); d++) {
      whole = shard.extent(d) % chunk.get().extent(d) == 0;
    }
    if (!whole) {
      String expected =
          chunk.isPresent()
              ? "multiples of the chunk shape " + chunk.get()
              : array.shape().rank() + " extents of at least 1";
      report(
          ZarrRule.SHARD_MULTIPLE
              .at(path, CHUNK_SHAPE)
              .message("the shard shape " + shard + " is not made of whole chunks")
              .expected(expected)
              .found(shard.toString())
              .fix("choose shards that each hold a whole number of chunks"));
    }
  }

  private void checkCodecNames() {
    List<CodecSpec> asked = asked().codecs().orElse(List.of());
    for (int i = 0; i < asked.size(); i++) {
      String name = asked.get(i).name();
      if (!codecs.names().contains(name)) {
        report(
            ZarrRule.CODEC_UNKNOWN
                .at(path, "codecs", Integer.toString(i), "name")
                .message("no codec is named \"" + name + "\"")
                .expected("one of " + String.join(", ", codecs.names()))
                .found(name)
                .fix("choose one of these, or add the jar that has it to the class path"));
      }
    }
  }

  /** What is asked for in words of this format: those of another one say nothing about codecs. */
  private Layout asked() {
    Layout layout = array.layout();
    if (layout.foreignTo().isEmpty()) {
      return layout;
    }
    Layout.Builder kept = Layout.builder();
    layout.chunkGrid().ifPresent(kept::chunkGrid);
    return kept.build();
  }

  private Optional<Shape> shards() {
    return asked().shardShape();
  }

  private ArraySpec resolve() {
    Layout asked = asked();
    Layout.Builder decided = Layout.builder();
    decided.chunkGrid(
        asked
            .chunkGrid()
            .orElseGet(() -> new RegularGrid(shards().orElseGet(this::chosenChunkShape))));
    shards().ifPresent(decided::shardShape);
    decided.codecs(
        complete(
            asked.codecs().orElseGet(() -> DefaultCodecs.of(array.dataType())), decided.build()));
    decided.chunkKeyEncoding(keys(asked));
    return ArraySpec.builder()
        .from(array)
        .fillValue(array.fillValueOrZero())
        .layout(decided.build())
        .build();
  }

  /** The codecs with what they lack; what is wrong with them is told when the array is bound. */
  private List<CodecSpec> complete(List<CodecSpec> specs, Layout layout) {
    Optional<Tiling> tiling = layout.chunkGrid().flatMap(grid -> grid.tiling(array.shape()));
    if (tiling.isEmpty()) {
      return specs;
    }
    try {
      ChunkRepresentation chunk =
          new ChunkRepresentation(
              array.dataType(), tiling.get().tileShape(), array.fillValueOrZero());
      return CodecPipeline.bind(specs, chunk, codecs).specs();
    } catch (IllegalArgumentException | UnsupportedException e) {
      return specs;
    }
  }

  private Shape chosenChunkShape() {
    return ChunkShapes.choose(array.shape(), array.dataType());
  }

  private void checkChunkSize(ArraySpec resolved) {
    Layout layout = resolved.layout();
    Shape unit = layout.shardShape().orElseGet(() -> largestChunk(layout));
    if (resolved.dataType().byteSize().isEmpty()) {
      return;
    }
    try {
      BitsBlock.byteLength(resolved.dataType(), unit);
    } catch (UnsupportedException e) {
      report(
          ZarrRule.CHUNK_SHAPE
              .at(path, CHUNK_SHAPE)
              .message("chunks of shape " + unit + " are larger than 2 GiB each")
              .expected("chunks of less than 2 GiB; 1 MiB is usual")
              .found(unit.toString())
              .fix("choose smaller ones"));
    }
  }

  private Shape largestChunk(Layout layout) {
    return layout.chunkGrid().flatMap(grid -> grid.tiling(array.shape())).orElseThrow().tileShape();
  }

  private void checkDocument(ArraySpec resolved) {
    format
        .problemWith(resolved)
        .ifPresent(
            problem ->
                report(
                    ZarrRule.VERSION_LACKS
                        .at(path)
                        .message(problem)
                        .expected("what " + format.title() + " can say")
                        .found(resolved.dataType() + " " + resolved.shape() + ", which needs more")
                        .fix("change that, or write Zarr v3")));
  }

  private ChunkKeyEncoding keys(Layout asked) {
    return asked.chunkKeyEncoding().map(format::keys).orElseGet(format::usualKeys);
  }

  private Optional<StoredArray> bind(ArraySpec resolved) {
    try {
      return Optional.of(StoredArray.bind(path, resolved, codecs));
    } catch (IllegalArgumentException e) {
      report(codecFinding(ZarrRule.CODEC_INVALID, resolved, e));
    } catch (UnsupportedException e) {
      report(codecFinding(ZarrRule.CODEC_UNSUPPORTED, resolved, e));
    }
    return Optional.empty();
  }

  private Finding.Builder codecFinding(ZarrRule rule, ArraySpec resolved, RuntimeException e) {
    return rule.at(path, "codecs")
        .message(String.valueOf(e.getMessage()))
        .found(resolved.layout().codecs().orElseThrow().toString())
        .fix("mend the chain of codecs, or leave it open");
  }

  private void report(Finding.Builder finding) {
    sound = false;
    findings.accept(finding.build());
  }
}
