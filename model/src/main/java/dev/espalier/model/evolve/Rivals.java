package dev.espalier.model.evolve;

import dev.espalier.model.json.JsonString;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds alternatives of one choice that may now be taken for each other. The one that is nearest by
 * itself is taken, before it is known whether extents agree with those of other arrays; what it
 * asks for, even as a recommendation, decides how near it is.
 */
final class Rivals {
  private final Comparison comparison;
  private final Map<String, List<NodeSchema>> leaves = new HashMap<>();
  private final Map<String, Boolean> symbols = new HashMap<>();

  private Rivals(Comparison comparison, NodeSchema.Choice choice) {
    this.comparison = comparison;
    choice
        .alternatives()
        .forEach(
            (name, node) -> {
              List<NodeSchema> found = new ArrayList<>();
              collect(node, Collections.newSetFromMap(new IdentityHashMap<>()), found);
              leaves.put(name, found);
              symbols.put(name, UsedSymbols.anywhere(comparison.newer(), node));
            });
  }

  static void compare(
      Comparison comparison, Spot spot, NodeSchema.Choice choice, Set<String> changed) {
    if (changed.isEmpty() || choice.alternatives().size() < 2) {
      return;
    }
    Rivals rivals = new Rivals(comparison, choice);
    for (String name : changed) {
      choice.alternatives().keySet().stream()
          .filter(other -> !other.equals(name) && rivals.mayContradict(name, other))
          .findFirst()
          .ifPresent(
              other ->
                  comparison.breaking(
                      spot,
                      "the alternative " + name + " changed, and " + other + " may fit as well",
                      "old data of one may be taken for the other, and its symbols contradict"));
    }
  }

  private boolean mayContradict(String one, String other) {
    return (symbols.getOrDefault(one, true) || symbols.getOrDefault(other, true))
        && leaves.getOrDefault(one, List.of()).stream()
            .anyMatch(
                node ->
                    leaves.getOrDefault(other, List.of()).stream()
                        .anyMatch(rival -> mayFitBoth(node, rival)));
  }

  /** A choice of choices is one choice. */
  private void collect(NodeSchema node, Set<NodeSchema> seen, List<NodeSchema> found) {
    NodeSchema resolved = comparison.newer().resolve(node);
    if (!seen.add(resolved)) {
      return;
    }
    if (resolved instanceof NodeSchema.Choice choice) {
      choice.alternatives().values().forEach(inner -> collect(inner, seen, found));
    } else {
      found.add(resolved);
    }
  }

  /** Whether it cannot be told by what they require themselves that no node fits both. */
  private static boolean mayFitBoth(NodeSchema one, NodeSchema other) {
    if (one instanceof NodeSchema.Group group && other instanceof NodeSchema.Group rival) {
      return !areApart(group.attributes(), rival.attributes());
    }
    return one instanceof NodeSchema.Array array
        && other instanceof NodeSchema.Array rival
        && !areApart(array.attributes(), rival.attributes())
        && !areApart(array.dataTypes(), rival.dataTypes())
        && !areApart(array.dimensions(), rival.dimensions());
  }

  private static boolean areApart(DataTypes one, DataTypes other) {
    return !one.names().isEmpty()
        && !other.names().isEmpty()
        && Comparison.isMust(one.rule())
        && Comparison.isMust(other.rule())
        && ArrayDiff.known(one, other).stream()
            .noneMatch(type -> one.contains(type) && other.contains(type));
  }

  private static boolean areApart(Dimensions one, Dimensions other) {
    return Comparison.isMust(one.rank())
        && Comparison.isMust(other.rank())
        && ((one.rest() < 0 && !other.fit(one.list().size()))
            || (other.rest() < 0 && !one.fit(other.list().size())));
  }

  private static boolean areApart(ValueSchema.Obj one, ValueSchema.Obj other) {
    return one.fields().stream()
        .anyMatch(
            field ->
                other.fields().stream()
                    .anyMatch(
                        rival ->
                            field.name().equals(rival.name())
                                && (isRequired(field) || isRequired(rival))
                                && areApart(field.value(), rival.value())));
  }

  private static boolean isRequired(Field field) {
    return Comparison.isMust(field.presence());
  }

  private static boolean areApart(ValueSchema one, ValueSchema other) {
    if (one instanceof ValueSchema.Obj object && other instanceof ValueSchema.Obj rival) {
      return Comparison.isMust(object.rule())
          && Comparison.isMust(rival.rule())
          && areApart(object, rival);
    }
    return one.constraints().stream()
        .anyMatch(few -> other.constraints().stream().anyMatch(rival -> areApart(few, rival)));
  }

  private static boolean areApart(Constraint one, Constraint other) {
    return one instanceof Constraint.OneOf few
        && other instanceof Constraint.OneOf rival
        && Comparison.isMust(few.rule())
        && Comparison.isMust(rival.rule())
        && few.values().stream().allMatch(JsonString.class::isInstance)
        && Collections.disjoint(few.values(), rival.values());
  }
}
