package dev.espalier.cli.command;

import java.util.List;

/** The formats that commands write. */
final class TargetFormat {
  /** The word of the one that is written unless another is asked for. */
  static final String ID = "zarr";

  /** The words of all. */
  static final List<String> ALL = List.of(ID, "zarr2");

  private TargetFormat() {}
}
