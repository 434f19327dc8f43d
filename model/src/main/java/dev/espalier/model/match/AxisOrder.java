package dev.espalier.model.match;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An array with all the dimension names that are demanded, but at other axes. Either it is
 * transposed, and its names tell which axis is which, or its names alone are in the wrong order:
 * the extents that others say decide, so it is looked at when they have been.
 */
final class AxisOrder {
  private static final int UNKNOWN = -1;

  private final Frame frame;
  private final Dimensions dimensions;
  private final ArraySpec array;
  private final List<Optional<String>> found;

  /** The axis of each declared dimension by its name. */
  private final int[] named;

  private AxisOrder(
      Frame frame,
      Dimensions dimensions,
      ArraySpec array,
      List<Optional<String>> found,
      int[] named) {
    this.frame = frame;
    this.dimensions = dimensions;
    this.array = array;
    this.found = found;
    this.named = named;
  }

  /** The order of an array that has the demanded names, but not where they are demanded. */
  static Optional<AxisOrder> of(Frame frame, Dimensions dimensions, ArraySpec array) {
    List<Optional<String>> found = array.dimensionNames().orElse(List.of());
    Set<String> demanded = new HashSet<>();
    for (Dimension dimension : dimensions.list()) {
      Optional<String> name = dimension.name();
      if (name.isPresent()
          && (!demanded.add(name.get()) || found.stream().filter(name::equals).count() != 1)) {
        return Optional.empty();
      }
    }
    int[] named = new int[dimensions.list().size()];
    for (int i = 0; i < named.length; i++) {
      Dimension dimension = dimensions.list().get(i);
      int declared = dimensions.axis(i, array.shape().rank());
      named[i] =
          dimension.name().isPresent()
              ? found.indexOf(dimension.name())
              : dimension.isRest() || found.get(declared).filter(demanded::contains).isPresent()
                  ? UNKNOWN // which of the others it is, no name tells
                  : declared;
    }
    return Optional.of(new AxisOrder(frame, dimensions, array, found, named));
  }

  /**
   * Waits until all that the outermost symbol belongs to has been seen; within a trial that began
   * further in, what has been seen so far has to do.
   */
  void decideInTime() {
    Run run = frame.run();
    Optional<Frame> scope = outermostScope();
    if (scope.isPresent() && run.isOpenedNow(scope.get())) {
      run.await(scope.get(), this);
    } else {
      decide();
    }
  }

  private Optional<Frame> outermostScope() {
    Set<String> symbols = new HashSet<>();
    dimensions.list().forEach(dimension -> symbols.addAll(dimension.extent().symbols()));
    Optional<Frame> outermost = Optional.empty();
    for (Optional<Frame> at = Optional.of(frame); at.isPresent(); at = at.get().parent()) {
      if (at.get().scope().keySet().stream().anyMatch(symbols::contains)) {
        outermost = at;
      }
    }
    return outermost;
  }

  /** Settled symbols of scopes further in do not wait for this array, and are held to it here. */
  void decide(Frame scope) {
    decide();
    for (Dimension dimension : dimensions.list()) {
      for (String name : dimension.extent().symbols()) {
        frame
            .symbol(name)
            .filter(symbol -> symbol.value().isEmpty() && scope.scope().get(name) != symbol)
            .ifPresent(symbol -> Symbols.settle(symbol, frame.run()));
      }
    }
  }

  private void decide() {
    int[] declared = new int[named.length];
    for (int i = 0; i < declared.length; i++) {
      declared[i] =
          dimensions.list().get(i).isRest() ? UNKNOWN : dimensions.axis(i, array.shape().rank());
    }
    int againstOrder = contradictions(declared);
    int againstNames = contradictions(named);
    int[] axes = againstOrder < againstNames ? declared : named;
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] != UNKNOWN) {
        Extents.axis(frame, dimensions, i, axes[i], array.shape());
      }
    }
    if (againstOrder == 0 && againstNames > 0) {
      ArrayMessages.dimensionNames(frame, dimensions, array, inOrder());
    } else {
      boolean perhapsNamesOnly = againstOrder <= againstNames;
      ArrayMessages.axisOrder(frame, dimensions, found, inOrder(), perhapsNamesOnly);
    }
  }

  /** How many extents are other ones than others say they are. */
  private int contradictions(int[] axes) {
    int count = 0;
    for (int i = 0; i < axes.length; i++) {
      Extent extent = dimensions.list().get(i).extent();
      OptionalLong expected =
          axes[i] == UNKNOWN ? OptionalLong.empty() : extent.evaluate(this::saidByOthers);
      if (expected.isPresent() && expected.getAsLong() != array.shape().extent(axes[i])) {
        count++;
      }
    }
    return count;
  }

  private OptionalLong saidByOthers(String name) {
    return frame
        .symbol(name)
        .map(symbol -> Symbols.leaning(symbol, use -> !isOwnAxis(use)))
        .orElse(OptionalLong.empty());
  }

  private boolean isOwnAxis(Symbol.Use use) {
    return !use.isAttribute() && use.frame().path().equals(frame.path());
  }

  /** The names in the order that is demanded; those of other dimensions stay in theirs. */
  private List<Optional<String>> inOrder() {
    List<Optional<String>> others = new ArrayList<>(found);
    Map<Integer, Optional<String>> demanded = new HashMap<>();
    for (int i = 0; i < named.length; i++) {
      Optional<String> name = dimensions.list().get(i).name();
      if (name.isPresent()) {
        demanded.put(dimensions.axis(i, found.size()), name);
        others.remove(name);
      }
    }
    List<Optional<String>> names = new ArrayList<>();
    Iterator<Optional<String>> rest = others.iterator();
    for (int axis = 0; axis < found.size(); axis++) {
      names.add(demanded.containsKey(axis) ? demanded.get(axis) : rest.next());
    }
    return names;
  }
}
