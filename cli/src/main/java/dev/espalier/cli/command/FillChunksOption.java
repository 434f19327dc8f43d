package dev.espalier.cli.command;

import dev.espalier.model.layout.FillChunks;
import picocli.CommandLine.Option;

/** The option of commands that write elements: what becomes of chunks of the fill value alone. */
final class FillChunksOption {
  @Option(
      names = "--store-fill-chunks",
      description = "Store chunks as well that hold nothing but the fill value.")
  private boolean stored;

  FillChunks fillChunks() {
    return stored ? FillChunks.STORED : FillChunks.OMITTED;
  }
}
