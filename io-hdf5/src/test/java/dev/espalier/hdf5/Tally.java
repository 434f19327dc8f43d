package dev.espalier.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was equal, refused or wrong over many files. */
final class Tally {
  final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  void refused(String what, String reason) {
    count(what + " refused");
    refusals.merge(what + ": " + reason.replaceAll("[0-9]+", "N"), 1, Integer::sum);
  }

  void wrong(String what) {
    wrong.add(what);
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  Map<String, Integer> refusals() {
    return refusals;
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
