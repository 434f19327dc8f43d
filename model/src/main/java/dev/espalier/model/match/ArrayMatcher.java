package dev.espalier.model.match;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An array, made ready. */
final class ArrayMatcher extends NodeMatcher {
  private final NodeSchema.Array array;
  private final ObjectMatcher attributes;
  private final Set<String> symbols;
  private final boolean demandsNames;
  private final boolean demandsAnything;

  /** Which core types are declared, so that nothing has to be compared for each array. */
  private final Set<CoreType> coreTypes = EnumSet.noneOf(CoreType.class);

  ArrayMatcher(NodeSchema.Array array) {
    this.array = array;
    this.attributes = new ObjectMatcher(array.attributes());
    Set<String> all = new LinkedHashSet<>(AttributeSymbols.of(array.attributes()));
    array.dimensions().list().forEach(dimension -> all.addAll(dimension.extent().symbols()));
    this.symbols = Set.copyOf(all);
    for (CoreType type : CoreType.values()) {
      if (array.dataTypes().contains(type)) {
        coreTypes.add(type);
      }
    }
    this.demandsAnything =
        !array.dataTypes().names().isEmpty() || !array.dimensions().equals(Dimensions.any());
    this.demandsNames =
        array.dimensions().list().stream().anyMatch(dimension -> dimension.name().isPresent());
  }

  @Override
  NodeSchema.Array schema() {
    return array;
  }

  @Override
  NodeMatcher chosenFor(MatchedNode.Site site) {
    return this;
  }

  ObjectMatcher attributes() {
    return attributes;
  }

  @Override
  Set<String> symbols() {
    return symbols;
  }

  @Override
  void match(Frame frame) {
    if (!(frame.spec() instanceof ArraySpec spec)) {
      NodeMessages.wrongKind(frame, array);
      return;
    }
    if (demandsAnything) {
      frame.run().countMatched();
    }
    frame.run().countMatched();
    boolean alone = openScope(frame);
    attributes.attributes(frame);
    if (isDeclared(spec.dataType())) {
      array.fillValue().ifPresent(fill -> fillValue(frame, fill, spec));
    } else {
      ArrayMessages.dataType(frame, array.dataTypes(), spec.dataType());
    }
    dimensions(frame, spec);
    if (!array.layout().isOpen()) {
      boolean rightRank = array.dimensions().fit(spec.shape().rank());
      LayoutMatcher.check(frame, array.layout(), spec, rightRank);
    }
    if (alone) {
      Symbols.settle(frame);
    }
    for (NodeRule rule : array.rules()) {
      GroupRules.coded(rule, frame);
    }
    if (!array.elements().isEmpty()) {
      frame.run().demand(new ElementDemand.Open(frame, array.elements()));
    }
  }

  private boolean isDeclared(DataType type) {
    return type instanceof CoreType core
        ? coreTypes.contains(core)
        : array.dataTypes().contains(type);
  }

  private static void fillValue(Frame frame, FillValue declared, ArraySpec spec) {
    FillValue demanded = DemandedFill.in(spec.dataType(), declared).orElse(declared);
    if (!demanded.equals(spec.fillValueOrZero())) {
      ArrayMessages.fillValue(frame, demanded, spec);
    }
  }

  /** An array that is the root of a pass has nobody to share its symbols with. */
  private boolean openScope(Frame frame) {
    if (symbols.isEmpty()) {
      return false;
    }
    Map<String, Symbol> scope = new LinkedHashMap<>();
    for (String name : symbols) {
      if (frame.symbol(name).isEmpty()) {
        scope.put(name, new Symbol(name));
      }
    }
    if (scope.isEmpty()) {
      return false;
    }
    frame.open(scope);
    return true;
  }

  private void dimensions(Frame frame, ArraySpec spec) {
    Dimensions dimensions = array.dimensions();
    int rank = spec.shape().rank();
    if (!dimensions.fit(rank)) {
      ArrayMessages.rank(frame, dimensions, spec);
      return;
    }
    boolean wrongNames = demandsNames && !hasDemandedNames(spec);
    Optional<AxisOrder> order =
        wrongNames ? AxisOrder.of(frame, dimensions, spec) : Optional.empty();
    if (order.isPresent()) {
      order.get().decideInTime();
      return;
    }
    for (int i = 0; i < dimensions.list().size(); i++) {
      if (!dimensions.list().get(i).isRest()) {
        Extents.axis(frame, dimensions, i, dimensions.axis(i, rank), spec.shape());
      }
    }
    if (wrongNames) {
      ArrayMessages.dimensionNames(frame, dimensions, spec);
    }
  }

  private boolean hasDemandedNames(ArraySpec spec) {
    List<Dimension> list = array.dimensions().list();
    Optional<List<Optional<String>>> names = spec.dimensionNames();
    for (int i = 0; i < list.size(); i++) {
      Optional<String> demanded = list.get(i).name();
      if (demanded.isPresent()) {
        int axis = array.dimensions().axis(i, spec.shape().rank());
        if (names.isEmpty() || !names.get().get(axis).equals(demanded)) {
          return false;
        }
      }
    }
    return true;
  }
}
