package dev.espalier.model.evolve;

import dev.espalier.model.schema.NodeSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs of schemas, told apart by identity: equal ones may stand at places of other meaning. Each
 * has the worst of its changes, and none while its comparison is under way.
 */
final class VisitedPairs {
  private final Map<Pair, Optional<Compatibility>> verdicts;

  VisitedPairs() {
    this(Map.of());
  }

  private VisitedPairs(Map<Pair, Optional<Compatibility>> verdicts) {
    this.verdicts = new HashMap<>(verdicts);
  }

  VisitedPairs copy() {
    return new VisitedPairs(verdicts);
  }

  boolean contains(Pair pair) {
    return verdicts.containsKey(pair);
  }

  Optional<Compatibility> verdict(Pair pair) {
    return verdicts.getOrDefault(pair, Optional.empty());
  }

  void put(Pair pair, Optional<Compatibility> verdict) {
    verdicts.put(pair, verdict);
  }

  /** An older schema and a newer one. */
  static final class Pair {
    private final NodeSchema one;
    private final NodeSchema other;

    Pair(NodeSchema one, NodeSchema other) {
      this.one = one;
      this.other = other;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object object) {
      return object instanceof Pair pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(one) + System.identityHashCode(other);
    }
  }
}
