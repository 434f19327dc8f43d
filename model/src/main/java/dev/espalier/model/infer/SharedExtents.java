package dev.espalier.model.infer;

import dev.espalier.model.infer.MemberClass.Found;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds dimensions that the arrays of a group share: by their names, else by extents that always
 * agree.
 */
final class SharedExtents {
  private static final List<String> OFFSETS = List.of("offset", "indptr", "ptr", "splits", "start");

  private final List<MemberClass> classes;
  private final Map<Axis, Extent> extents = new HashMap<>();
  private final Map<Axis, Optional<String>> names = new HashMap<>();
  private final Map<Course, String> symbols = new LinkedHashMap<>();
  private final Map<Course, List<Axis>> unnamed = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  SharedExtents(List<MemberClass> classes) {
    this.classes = classes;
    Map<String, List<Axis>> named = new LinkedHashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).isOfOneRank()) {
        List<ArraySpec> arrays = classes.get(i).arraySpecs();
        for (int axis = 0; axis < arrays.get(0).shape().rank(); axis++) {
          Axis here = new Axis(i, axis);
          Optional<String> name = commonName(arrays, axis);
          names.put(here, name);
          if (name.isPresent()) {
            named.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(here);
          } else {
            Course.of(found(i), axis)
                .ifPresent(c -> unnamed.computeIfAbsent(c, x -> new ArrayList<>()).add(here));
          }
        }
      }
    }
    taken.addAll(named.keySet());
    named.forEach(this::named);
    // Offsets are one longer than what they lead into, which is therefore looked at before.
    unnamed.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getKey().longest()))
        .forEach(
            entry -> {
              if (!offsets(entry.getKey(), entry.getValue())) {
                shared(entry.getKey(), entry.getValue());
              }
            });
  }

  /** An axis of the arrays of a class. */
  private record Axis(int memberClass, int axis) {}

  private List<Found> found(int memberClass) {
    return classes.get(memberClass).found();
  }

  private static Optional<String> commonName(List<ArraySpec> arrays, int axis) {
    Set<Optional<String>> names = new LinkedHashSet<>();
    for (ArraySpec array : arrays) {
      names.add(array.dimensionNames().flatMap(all -> all.get(axis)));
    }
    return names.size() == 1 ? names.iterator().next() : Optional.empty();
  }

  /** Axes of one name are a symbol, if no group has two extents for them. */
  private void named(String name, List<Axis> axes) {
    List<Course> courses = new ArrayList<>();
    for (Axis axis : axes) {
      Optional<Course> course = Course.of(found(axis.memberClass()), axis.axis());
      if (course.isEmpty()) {
        return;
      }
      courses.add(course.get());
    }
    Optional<Course> all = Course.joined(courses);
    if (all.isEmpty() || !isSymbol(name)) {
      return;
    }
    symbols.putIfAbsent(all.get(), name);
    axes.forEach(axis -> extents.put(axis, Extent.symbol(name)));
  }

  private static boolean isSymbol(String name) {
    try {
      return Extent.symbol(name).symbols().contains(name);
    } catch (IllegalArgumentException e) {
      return false; // a name that an expression cannot spell
    }
  }

  /** Axes of several arrays that are equally long in every group are a symbol. */
  private void shared(Course course, List<Axis> axes) {
    long kinds = axes.stream().map(Axis::memberClass).distinct().count();
    long arrays = found(axes.get(0).memberClass()).size();
    boolean several = kinds > 1 || arrays >= 2L * course.groups();
    if (several && course.longest() > 1) {
      use(course, axes);
    }
  }

  private void use(Course course, List<Axis> axes) {
    String symbol = newSymbol(axes);
    symbols.put(course, symbol);
    axes.forEach(axis -> extents.put(axis, Extent.symbol(symbol)));
  }

  /** One-dimensional arrays of integers that are one longer than a symbol hold offsets. */
  private boolean offsets(Course course, List<Axis> axes) {
    if (course.longest() < 3 || !isOffsets(axes)) {
      return false;
    }
    Course into = course.shorter();
    List<Axis> alone = unnamed.getOrDefault(into, List.of());
    if (!symbols.containsKey(into) && !alone.isEmpty() && areCalledOffsets(axes)) {
      use(into, alone);
    }
    String symbol = symbols.get(into);
    if (symbol == null) {
      return false;
    }
    Extent longer =
        new LinearExtent(
            List.of(new LinearExtent.Term(1, symbol)), 1, 1, LinearExtent.Rounding.EXACT);
    axes.forEach(axis -> extents.put(axis, longer));
    return true;
  }

  private boolean areCalledOffsets(List<Axis> axes) {
    return axes.stream()
        .map(axis -> classes.get(axis.memberClass()).name().toString().toLowerCase(Locale.ROOT))
        .allMatch(name -> OFFSETS.stream().anyMatch(name::contains));
  }

  private boolean isOffsets(List<Axis> axes) {
    return axes.stream()
        .flatMap(axis -> classes.get(axis.memberClass()).arraySpecs().stream())
        .allMatch(
            array ->
                array.shape().rank() == 1
                    && array.dataType() instanceof CoreType type
                    && (type.kind() == CoreType.Kind.SIGNED
                        || type.kind() == CoreType.Kind.UNSIGNED));
  }

  /** The name of the only array along that axis alone, as coordinates have it; else a letter. */
  private String newSymbol(List<Axis> axes) {
    List<String> lines =
        axes.stream()
            .map(axis -> classes.get(axis.memberClass()))
            .filter(c -> c.name().isExact() && c.arraySpecs().get(0).shape().rank() == 1)
            .map(c -> c.name().toString())
            .toList();
    String wanted =
        lines.size() == 1 && axes.size() > 1 && isSymbol(lines.get(0)) ? lines.get(0) : "n";
    String symbol = wanted;
    for (int i = 2; !taken.add(symbol); i++) {
      symbol = wanted + "_" + i;
    }
    return symbol;
  }

  /** The dimensions of the arrays of a class, by its place in the list. */
  Dimensions dimensions(int memberClass) {
    MemberClass members = classes.get(memberClass);
    if (!members.isOfOneRank()) {
      return Dimensions.any();
    }
    int rank = members.arraySpecs().get(0).shape().rank();
    return Dimensions.of(
        IntStream.range(0, rank).mapToObj(axis -> dimension(new Axis(memberClass, axis))).toList());
  }

  private Dimension dimension(Axis axis) {
    return new Dimension(
        extents.getOrDefault(axis, Extent.any()), names.getOrDefault(axis, Optional.empty()));
  }

  /** The symbols in the dimensions. */
  List<String> symbols() {
    return extents.values().stream()
        .flatMap(extent -> extent.symbols().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
