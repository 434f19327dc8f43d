package dev.espalier.convert;

import java.util.List;

/**
 * What a comparison of a written hierarchy with its source found.
 *
 * @param arrays how many arrays were compared
 * @param elements how many elements were compared, all arrays together
 * @param attributes how many attributes were compared
 * @param mismatches what differs: of each array the first element only
 */
public record Verification(long arrays, long elements, long attributes, List<Mismatch> mismatches) {
  /** Copies the list. */
  public Verification {
    mismatches = List.copyOf(mismatches);
  }

  /** Whether nothing differs. */
  public boolean isEqual() {
    return mismatches.isEmpty();
  }
}
