package dev.espalier.cli.command;

import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.stored.StoredChunk;
import dev.espalier.model.stored.StoredChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints which chunks of an array are stored. */
@Command(
    name = "chunks",
    header = "Print which chunks of an array are stored.",
    description =
        "A line for each chunk, or inner chunk of a shard: the place of the chunk or shard in"
            + " its grid, the elements, and how many bytes it takes, in the order in which the"
            + " store lists them. All other elements have the fill value.",
    footer = {
      "",
      "With --json, a line for each: {\"place\", \"region\", \"bytes\"}, where region is a",
      "list of [START, END], one for each dimension.",
      "",
      "Example:",
      "  espalier chunks cells.ome.zarr --array /0"
    })
final class ChunksCommand extends Subcommand {
  @Mixin private ArrayOption array = new ArrayOption();

  ChunksCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    try (OpenHierarchy hierarchy = Backends.load().open(array.location())) {
      StoredChunks chunks = hierarchy.chunks(array.path());
      try (Stream<ChunkIndex> stored = chunks.stored()) {
        stored.forEach(
            place -> {
              interruption().check();
              chunks.at(place).forEach(chunk -> print(place, chunk));
            });
      }
    }
    return ExitCode.OK;
  }

  private void print(ChunkIndex place, StoredChunk chunk) {
    long[] positions = LongStream.range(0, place.rank()).map(d -> place.at((int) d)).toArray();
    if (json()) {
      print(
          JsonObject.builder()
              .put("place", JsonArray.ofLongs(positions))
              .put("region", region(chunk))
              .put("bytes", chunk.encodedBytes())
              .build());
    } else {
      terminal().print(place + "  " + chunk.region() + "  " + Amounts.bytes(chunk.encodedBytes()));
    }
  }

  private static JsonArray region(StoredChunk chunk) {
    List<JsonValue> ranges = new ArrayList<>();
    for (int d = 0; d < chunk.region().rank(); d++) {
      ranges.add(JsonArray.ofLongs(chunk.region().start(d), chunk.region().end(d)));
    }
    return new JsonArray(ranges);
  }
}
