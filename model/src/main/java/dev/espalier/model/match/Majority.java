package dev.espalier.model.match;

import java.util.List;
import java.util.Map;

/** What most say; where as many say another thing, what the first of them says. */
final class Majority {
  private Majority() {}

  static <K, V> K of(Map<K, List<V>> bySaying) {
    Map.Entry<K, List<V>> most = bySaying.entrySet().iterator().next();
    for (Map.Entry<K, List<V>> entry : bySaying.entrySet()) {
      if (entry.getValue().size() > most.getValue().size()) {
        most = entry;
      }
    }
    return most.getKey();
  }
}
