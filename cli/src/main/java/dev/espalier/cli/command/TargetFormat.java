package dev.espalier.cli.command;

/** The format that commands write: there is one so far. */
final class TargetFormat {
  /** The word under which its backend is found. */
  static final String ID = "zarr";

  private TargetFormat() {}
}
