package dev.espalier.conventions.ngff;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.Optional;

/**
 * The dimension names of each array are the names of the axes. Where several arrays agree with each
 * other and not with the axes, that is one mistake, not one for each array.
 */
final class DimensionNamesInspection implements Inspection {
  @Override
  public void inspect(Part multiscale) {
    Optional<Part> axes =
        multiscale.field("axes").filter(p -> p.isSound(ImageRules.ARRAY_DIMENSION_NAMES));
    if (axes.isEmpty()) {
      return;
    }
    List<String> names = Axes.names(multiscale);
    List<Levels.Level> levels =
        Levels.withArrays(multiscale).stream()
            .filter(level -> level.array().shape().rank() == names.size())
            .toList();
    List<Levels.Level> wrong =
        levels.stream().filter(level -> !found(level).equals(Optional.of(named(names)))).toList();
    if (wrong.size() > 1
        && wrong.size() == levels.size()
        && wrong.stream().map(DimensionNamesInspection::found).distinct().count() == 1) {
      blameAxes(axes.get(), names, wrong);
    } else {
      wrong.forEach(level -> blameArray(multiscale, names, level));
    }
  }

  private static void blameAxes(Part axes, List<String> names, List<Levels.Level> levels) {
    String found = words(levels.get(0));
    axes.report(
        ImageRules.ARRAY_DIMENSION_NAMES,
        finding ->
            finding
                .message("none of the " + levels.size() + " arrays has the axes as dimension names")
                .expected("dimension names " + names)
                .found(found)
                .fix(
                    "set \"dimension_names\" of each array to "
                        + names
                        + ", or correct the axes if the arrays are right")
                .addAllEdits(naming(names, levels)));
  }

  /** Where all arrays agree on other names, only the author knows which side is right. */
  private static List<Edit> naming(List<String> names, List<Levels.Level> levels) {
    return found(levels.get(0)).isPresent()
        ? List.of()
        : levels.stream().map(level -> naming(names, level)).toList();
  }

  private static Edit naming(List<String> names, Levels.Level level) {
    return new SetDimensionNames(level.path(), named(names));
  }

  private static void blameArray(Part multiscale, List<String> names, Levels.Level level) {
    multiscale.report(
        ImageRules.ARRAY_DIMENSION_NAMES,
        finding ->
            finding
                .node(level.path())
                .pointer(JsonPointer.of("dimension_names"))
                .message("the dimension names of the array are not the names of the axes")
                .expected(names.toString())
                .found(words(level))
                .fix("set \"dimension_names\" to " + names)
                .addEdits(naming(names, level)));
  }

  private static String words(Levels.Level level) {
    return found(level)
        .map(names -> names.stream().map(name -> name.orElse("null")).toList().toString())
        .orElse("no dimension names");
  }

  private static Optional<List<Optional<String>>> found(Levels.Level level) {
    return level.array().dimensionNames();
  }

  private static List<Optional<String>> named(List<String> names) {
    return names.stream().map(Optional::of).toList();
  }
}
