package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the types of axes say about their number and order, and where types and units are missing.
 */
final class AxesInspection implements Inspection {
  @Override
  public void inspect(Part axes) {
    List<Part> all = axes.elements();
    channels(axes, all);
    order(axes, all);
    types(axes, all);
    units(axes, all);
  }

  private static void channels(Part axes, List<Part> all) {
    List<Part> channels = all.stream().filter(axis -> rank(axis) == 1).toList();
    if (axes.isSound(ImageRules.AXES_CHANNEL) && channels.size() > 1) {
      axes.report(
          ImageRules.AXES_CHANNEL,
          finding ->
              finding
                  .message(
                      "the axes "
                          + names(channels)
                          + " are all neither time nor space, and there may be only one such axis")
                  .expected("at most one axis of type channel, of another type, or of none")
                  .found(channels.size() + " such axes: " + names(channels))
                  .fix("remove all but one of them, or store an image for each element"));
    }
  }

  private static void order(Part axes, List<Part> all) {
    if (!axes.isSound(ImageRules.AXES_ORDER)) {
      return;
    }
    for (int i = 1; i < all.size(); i++) {
      Part axis = all.get(i);
      if (rank(axis) < rank(all.get(i - 1))) {
        String right =
            names(all.stream().sorted(Comparator.comparing(AxesInspection::rank)).toList());
        String before = Axes.name(all.get(i - 1));
        axis.report(
            ImageRules.AXES_ORDER,
            finding ->
                finding
                    .message("the axis \"" + Axes.name(axis) + "\" comes after \"" + before + "\"")
                    .expected("the order " + right)
                    .found("the order " + names(all))
                    .fix(
                        "put the axes in the order "
                            + right
                            + ", and with them scales, translations, dimension names and the"
                            + " dimensions of the arrays"));
        return;
      }
    }
  }

  private static void types(Part axes, List<Part> all) {
    List<Part> without = all.stream().filter(axis -> axis.field("type").isEmpty()).toList();
    if (axes.isSound(ImageRules.AXES_TYPE) && !without.isEmpty()) {
      axes.report(
          ImageRules.AXES_TYPE,
          finding ->
              finding
                  .message("there is no type for " + names(without))
                  .expected("\"space\", \"time\", \"channel\", or a type of your own")
                  .found("no \"type\"")
                  .fix("name the type of " + names(without)));
    }
  }

  private static void units(Part axes, List<Part> all) {
    List<Part> without =
        all.stream().filter(axis -> rank(axis) != 1 && axis.field("unit").isEmpty()).toList();
    if (axes.isSound(ImageRules.AXES_UNIT) && !without.isEmpty()) {
      axes.report(
          ImageRules.AXES_UNIT,
          finding ->
              finding
                  .message("there is no unit for " + names(without))
                  .expected("a unit such as \"micrometer\" or \"second\"")
                  .found("no \"unit\"")
                  .fix("name the unit of " + names(without)));
    }
  }

  /** The place of an axis by its type: time, then all others, then space. */
  private static int rank(Part axis) {
    return switch (axis.field("type").flatMap(Part::text).orElse("")) {
      case "time" -> 0;
      case "space" -> 2;
      default -> 1;
    };
  }

  private static String names(List<Part> axes) {
    return axes.stream().map(Axes::name).collect(Collectors.joining(", "));
  }
}
