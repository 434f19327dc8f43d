package dev.espalier.model.match;

import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with an array itself. */
final class ArrayMessages {
  private ArrayMessages() {}

  static void dataType(Frame frame, DataTypes types, DataType found) {
    report(
        frame,
        types.rule(),
        JsonPointer.of("data_type"),
        "the data type of " + frame.path() + " is " + found + ", not " + TypeWords.some(types),
        TypeWords.some(types),
        found.toString(),
        "write the array again as " + TypeWords.some(types));
  }

  static void rank(Frame frame, Dimensions dimensions, ArraySpec array) {
    int least = dimensions.list().size() - (dimensions.rest() < 0 ? 0 : 1);
    String few = dimensions.rest() < 0 ? "" : "at least ";
    String expected = few + dimensions(least);
    report(
        frame,
        dimensions.rank(),
        JsonPointer.of("shape"),
        frame.path() + " has " + dimensions(array.shape().rank()) + ", not " + few + least,
        expected + (least == 0 ? "" : ": " + dimensions),
        "shape " + array.shape(),
        "write the array again with " + expected + (least == 0 ? "" : ": " + dimensions));
  }

  static void dimensionNames(Frame frame, Dimensions dimensions, ArraySpec array) {
    int rank = array.shape().rank();
    List<Optional<String>> right = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int at = axis;
      right.add(array.dimensionNames().flatMap(names -> names.get(at)));
    }
    for (int i = 0; i < dimensions.list().size(); i++) {
      Optional<String> name = dimensions.list().get(i).name();
      if (name.isPresent()) {
        right.set(dimensions.axis(i, rank), name);
      }
    }
    dimensionNames(frame, dimensions, array, right);
  }

  /** Reports names that are to be set. */
  static void dimensionNames(
      Frame frame, Dimensions dimensions, ArraySpec array, List<Optional<String>> right) {
    String found = array.dimensionNames().map(ArrayMessages::spelled).orElse("no dimension names");
    frame
        .run()
        .report(
            Finding.builder()
                .rule(dimensions.names())
                .node(frame.path())
                .pointer(JsonPointer.of("dimension_names"))
                .message(
                    array.dimensionNames().isEmpty()
                        ? frame.path()
                            + " has no dimension names; they have to be "
                            + spelled(right)
                        : "the dimension names of "
                            + frame.path()
                            + " are "
                            + found
                            + ", not "
                            + spelled(right))
                .expected(spelled(right))
                .found(found)
                .fix("set \"dimension_names\" to " + spelled(right))
                .addEdits(new SetDimensionNames(frame.path(), right))
                .build());
  }

  /**
   * Reports that the axes are in another order.
   *
   * @param perhapsNamesOnly whether the extents would fit the right order as well
   */
  static void axisOrder(
      Frame frame,
      Dimensions dimensions,
      List<Optional<String>> found,
      List<Optional<String>> right,
      boolean perhapsNamesOnly) {
    String order = spelled(right);
    report(
        frame,
        dimensions.names(),
        JsonPointer.of("dimension_names"),
        "the axes of " + frame.path() + " are in the order " + spelled(found) + ", not " + order,
        order,
        spelled(found),
        "transpose the array to ("
            + order.substring(1, order.length() - 1)
            + ")"
            + (perhapsNamesOnly
                ? ", or set \"dimension_names\" to " + order + " if its elements are so already"
                : ""));
  }

  static void fillValue(Frame frame, FillValue expected, ArraySpec array) {
    report(
        frame,
        CoreRules.ARRAY_FILL_VALUE,
        JsonPointer.of("fill_value"),
        "the fill value of "
            + frame.path()
            + " is "
            + Wording.show(array.fillValueOrZero().toJson())
            + ", not "
            + expected.toJson(),
        expected.toJson().toString(),
        Wording.show(array.fillValueOrZero().toJson()),
        "write the array again with fill value " + expected.toJson());
  }

  private static String dimensions(int count) {
    return count + (count == 1 ? " dimension" : " dimensions");
  }

  private static String spelled(List<Optional<String>> names) {
    return names.stream().map(name -> name.orElse("null")).toList().toString();
  }

  static void report(
      Frame frame,
      Rule rule,
      JsonPointer pointer,
      String message,
      String expected,
      String found,
      String fix) {
    frame
        .run()
        .report(
            Finding.builder()
                .rule(rule)
                .node(frame.path())
                .pointer(pointer)
                .message(message)
                .expected(expected)
                .found(found)
                .fix(fix)
                .build());
  }
}
