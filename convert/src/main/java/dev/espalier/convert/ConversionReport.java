package dev.espalier.convert;

import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every object of a source, and what is in the result beside them.
 *
 * @param entries an entry for each object, in the order of the source
 * @param added nodes of the result that are no node of the source, such as levels of a pyramid
 */
public record ConversionReport(List<ReportEntry> entries, List<NodePath> added) {
  /** Copies the lists. */
  public ConversionReport {
    entries = List.copyOf(entries);
    added = List.copyOf(added);
  }

  /** How many objects had each outcome; outcomes that none had are not in the map. */
  public Map<Outcome, Long> counts() {
    Map<Outcome, Long> counts = new TreeMap<>();
    entries.forEach(entry -> counts.merge(entry.outcome(), 1L, Long::sum));
    return counts;
  }

  /** The objects that had one outcome. */
  public List<ReportEntry> with(Outcome outcome) {
    return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
  }
}
