package dev.espalier.model.elements;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks what a schema demands of elements: of arrays that can be read, or of elements on their way
 * into a store.
 */
public final class ElementCheck {
  private final List<ElementDemand> demands;

  private ElementCheck(List<ElementDemand> demands) {
    this.demands = List.copyOf(demands);
  }

  /** A check of what a match left to whoever reads the elements. */
  public static ElementCheck of(List<ElementDemand> demands) {
    return new ElementCheck(demands);
  }

  /** Whether nothing is demanded. */
  public boolean isEmpty() {
    return demands.isEmpty();
  }

  /**
   * Reads every array of which something is demanded, once and in pieces, and says what is wrong.
   *
   * @param sources gives the elements of an array by its path
   */
  public List<Finding> findings(Function<NodePath, ArraySource> sources) {
    List<Finding> findings = new ArrayList<>();
    for (ElementDemand demand : demands) {
      ArraySource source = sources.apply(demand.array());
      findings.addAll(DemandCheck.findings(demand, Summaries.reading(source)));
    }
    return List.copyOf(findings);
  }

  /**
   * Looks at elements while they are written. Write {@link Tap#hierarchy}, and ask for {@link
   * Tap#findings} before what was written is published.
   */
  public Tap tap(BoundHierarchy hierarchy) {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>(hierarchy.data());
    Map<NodePath, TappedSource> taps = new LinkedHashMap<>();
    for (ElementDemand demand : demands) {
      ArrayData own = data.get(demand.array());
      if (own instanceof ArrayData.Pulled pulled) {
        TappedSource tapped = new TappedSource(pulled.source());
        taps.put(demand.array(), tapped);
        data.put(demand.array(), new ArrayData.Pulled(tapped));
      }
    }
    return new Tap(new BoundHierarchy(hierarchy.root(), data), taps);
  }

  /** Elements on their way into a store. */
  public final class Tap {
    private final BoundHierarchy hierarchy;
    private final Map<NodePath, TappedSource> taps;

    private Tap(BoundHierarchy hierarchy, Map<NodePath, TappedSource> taps) {
      this.hierarchy = hierarchy;
      this.taps = taps;
    }

    /** The hierarchy to be written. */
    public BoundHierarchy hierarchy() {
      return hierarchy;
    }

    /**
     * What is wrong with the elements that passed. An array of which not all elements passed, or
     * not in an order that tells, is read again from its source.
     */
    public List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      for (ElementDemand demand : demands) {
        summary(demand.array())
            .ifPresent(summary -> findings.addAll(DemandCheck.findings(demand, summary)));
      }
      return List.copyOf(findings);
    }

    private Optional<Summaries> summary(NodePath path) {
      TappedSource tapped = taps.get(path);
      if (tapped != null) {
        return Optional.of(tapped.summary());
      }
      if (hierarchy.data().containsKey(path)) {
        return Optional.empty(); // derived: its operation says what its elements are
      }
      return hierarchy.root().findArray(path).map(this::filled);
    }

    private Summaries filled(ArraySpec array) {
      return Summaries.reading(new FilledSource(array));
    }
  }
}
