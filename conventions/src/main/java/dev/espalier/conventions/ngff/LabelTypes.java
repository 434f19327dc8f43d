package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;

/**
 * The elements of a label image stand for labels, so that they are integers. Where no array holds
 * any, that is one mistake.
 */
final class LabelTypes implements Inspection {
  private static final DataTypes INTEGERS = DataTypes.of("integer");

  @Override
  public void inspect(Part ome) {
    List<Levels.Level> levels = Levels.ofFirst(ome);
    List<Levels.Level> wrong =
        levels.stream().filter(level -> !INTEGERS.contains(level.array().dataType())).toList();
    boolean all = wrong.size() == levels.size();
    for (Levels.Level level : all ? wrong.stream().limit(1).toList() : wrong) {
      String which = all && levels.size() > 1 ? "the arrays hold " : "the array holds ";
      ome.report(
          ImageLabelRules.DATA_TYPE,
          finding ->
              finding
                  .node(level.path())
                  .pointer(JsonPointer.of("data_type"))
                  .message(
                      which + level.array().dataType().id() + ", which cannot stand for labels")
                  .expected("a data type of integers, such as uint32")
                  .found(level.array().dataType().id())
                  .fix("write the labels as integers"));
    }
  }
}
