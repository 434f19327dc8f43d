package dev.espalier.architecture.seeded.cli;

import dev.espalier.architecture.seeded.zarr.internal.Inside;
import picocli.CommandLine;

/** Uses its own library, which is right, and the inside of another module, which is not. */
public class ReachesInside implements CommandLine.IVersionProvider {
  Inside inside = new Inside();

  @Override
  public String[] getVersion() {
    System.out.println("the command may print");
    return new String[0];
  }
}
