package dev.espalier.model.evolve;

import dev.espalier.model.schema.NodeSchema;
import java.util.HashSet;
import java.util.Set;

/** Pairs of schemas, told apart by identity: equal ones may stand at places of other meaning. */
final class VisitedPairs {
  private final Set<Pair> pairs;

  VisitedPairs() {
    this(Set.of());
  }

  private VisitedPairs(Set<Pair> pairs) {
    this.pairs = new HashSet<>(pairs);
  }

  VisitedPairs copy() {
    return new VisitedPairs(pairs);
  }

  boolean add(NodeSchema one, NodeSchema other) {
    return pairs.add(new Pair(one, other));
  }

  private static final class Pair {
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
