package dev.espalier.model.document;

import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The symbols of dimensions: what gives each of them its value, and where else it is used. */
final class SymbolTable {
  private final Map<String, Set<String>> bound = new LinkedHashMap<>();
  private final Map<String, Set<String>> used = new LinkedHashMap<>();
  private final Map<String, Set<String>> owned = new LinkedHashMap<>();

  SymbolTable(NodePlaces places) {
    places.all().forEach(this::node);
  }

  void add(Markdown page) {
    Set<String> symbols = new LinkedHashSet<>(bound.keySet());
    symbols.addAll(used.keySet());
    symbols.addAll(owned.keySet());
    if (symbols.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (String symbol : symbols) {
      rows.add(
          List.of(
              Markdown.code(symbol),
              listed(bound, symbol),
              listed(used, symbol),
              listed(owned, symbol)));
    }
    page.heading(2, Markdown.anchor("dimensions") + "Dimensions")
        .paragraph(
            "Each of these stands for one extent, which is the same wherever it is shared: below"
                + " the group that declares it, else below the outermost group with an array that"
                + " uses it.")
        .table(List.of("dimension", "is told by", "is used by", "is declared by"), rows);
  }

  private static String listed(Map<String, Set<String>> places, String symbol) {
    return String.join("<br>", places.getOrDefault(symbol, Set.of()));
  }

  private static void note(Map<String, Set<String>> places, String symbol, String place) {
    places.computeIfAbsent(symbol, s -> new LinkedHashSet<>()).add(place);
  }

  private void node(String place, NodeSchema node) {
    if (node instanceof NodeSchema.Group group) {
      group.dimensions().forEach(symbol -> note(owned, symbol, Markdown.code(place)));
      value(group.attributes(), place, "");
    } else if (node instanceof NodeSchema.Array array) {
      value(array.attributes(), place, "");
      for (int axis = 0; axis < array.dimensions().list().size(); axis++) {
        Dimension dimension = array.dimensions().list().get(axis);
        extent(dimension.extent(), Markdown.code(place) + " axis " + axis);
      }
      array.elements().forEach(rule -> elements(rule, Markdown.code(place) + " elements"));
    }
  }

  private void extent(Extent extent, String place) {
    boolean tells = extent instanceof LinearExtent linear && linear.isSolvable();
    boolean plain = extent.symbols().contains(extent.toString());
    String words = plain ? place : place + " = " + Markdown.code(extent.toString());
    extent.symbols().forEach(symbol -> note(tells ? bound : used, symbol, words));
  }

  private void elements(ElementRule rule, String place) {
    Stream<Extent> extents =
        rule instanceof ElementRule.First first
            ? Stream.of(first.value())
            : rule instanceof ElementRule.Last last
                ? Stream.of(last.value())
                : rule instanceof ElementRule.Sum sum
                    ? Stream.of(sum.value())
                    : rule instanceof ElementRule.Within within
                        ? within.below().stream()
                        : Stream.empty();
    extents.forEach(e -> e.symbols().forEach(symbol -> note(used, symbol, place)));
  }

  private void value(ValueSchema schema, String place, String name) {
    String here = Markdown.code(place + "@" + name);
    for (Constraint constraint : schema.constraints()) {
      if (constraint instanceof Constraint.EqualsExtent equal) {
        extent(equal.extent(), here);
      } else if (constraint instanceof Constraint.NamesDimension named) {
        note(bound, named.symbol(), here + ", by its name");
      }
    }
    String prefix = name.isEmpty() ? "" : name + ".";
    if (schema instanceof ValueSchema.Obj object) {
      fields(object.fields(), place, prefix);
    } else if (schema instanceof ValueSchema.ListOf list) {
      value(list.element(), place, name + "[]");
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      tuple.elements().forEach(element -> value(element, place, name + "[]"));
    } else if (schema instanceof ValueSchema.MapOf map) {
      value(map.value(), place, prefix + "*");
    } else if (schema instanceof ValueSchema.Union union) {
      union.alternatives().forEach(one -> value(one, place, name));
    } else if (schema instanceof ValueChoice choice) {
      fields(List.of(choice.by()), place, prefix);
      choice.cases().values().forEach(object -> fields(object.fields(), place, prefix));
      choice.otherwise().ifPresent(object -> fields(object.fields(), place, prefix));
    }
  }

  private void fields(List<Field> fields, String place, String prefix) {
    fields.forEach(field -> value(field.value(), place, prefix + field.name()));
  }
}
