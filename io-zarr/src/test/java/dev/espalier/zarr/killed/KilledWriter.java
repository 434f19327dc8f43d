package dev.espalier.zarr.killed;

import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import java.nio.file.Path;

/** A process that writes hierarchies, one after the other, until it is killed. */
final class KilledWriter {
  private KilledWriter() {}

  /**
   * Says which hierarchy is begun, and goes on until it is killed.
   *
   * @param words the directory; a name, in which %d stands for the number where each hierarchy has
   *     a place of its own; the first number; what is done with what stands there
   */
  public static void main(String[] words) {
    WritePolicy policy = WritePolicy.valueOf(words[3]);
    for (int number = Integer.parseInt(words[2]); ; number++) {
      System.out.println(number);
      System.out.flush();
      Location place = place(Path.of(words[0]), words[1], number);
      if (policy == WritePolicy.MERGE) {
        new Generation(number).merge(place);
      } else {
        new Generation(number).write(place, policy);
      }
    }
  }

  /** Where a hierarchy goes. */
  static Location place(Path directory, String name, int number) {
    return Location.of(directory.resolve(name.replace("%d", Integer.toString(number))));
  }
}
