package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** How the levels of a multiscale follow from each other. */
final class LevelsInspection implements Inspection {
  @Override
  public void inspect(Part multiscale) {
    List<Levels.Level> levels = Levels.withArrays(multiscale);
    order(levels);
    dataType(levels);
    translations(multiscale);
  }

  private static void order(List<Levels.Level> levels) {
    for (int i = 1; i < levels.size(); i++) {
      Levels.Level level = levels.get(i);
      Levels.Level before = levels.get(i - 1);
      if (isLarger(level.array().shape(), before.array().shape())) {
        level
            .dataset()
            .report(
                ImageRules.DATASETS_ORDER,
                finding ->
                    finding
                        .message(level.path() + " is larger than " + before.path() + " before it")
                        .expected("datasets from the largest to the smallest")
                        .found(
                            "shape " + level.array().shape() + " after " + before.array().shape())
                        .fix("put the datasets in the order of their size"));
        return;
      }
    }
  }

  private static boolean isLarger(Shape shape, Shape before) {
    if (shape.rank() != before.rank()) {
      return false;
    }
    for (int d = 0; d < shape.rank(); d++) {
      if (shape.extent(d) > before.extent(d)) {
        return true;
      }
    }
    return false;
  }

  private static void dataType(List<Levels.Level> levels) {
    for (Levels.Level level : levels) {
      Levels.Level first = levels.get(0);
      if (!level.array().dataType().equals(first.array().dataType())) {
        level
            .dataset()
            .report(
                ImageRules.ARRAY_DATA_TYPE,
                finding ->
                    finding
                        .node(level.path())
                        .pointer(JsonPointer.of("data_type"))
                        .message("the data type differs from that of " + first.path())
                        .expected(first.array().dataType().id())
                        .found(level.array().dataType().id())
                        .fix("write the array with the data type of " + first.path()));
      }
    }
  }

  /** One finding for all levels: hardly any image says where its averaged pixels lie. */
  private static void translations(Part multiscale) {
    List<Part> datasets = Levels.datasets(multiscale);
    if (!multiscale.isSound(ImageRules.DATASETS_TRANSLATION) || datasets.isEmpty()) {
      return;
    }
    List<Double> scale = Levels.numbers(datasets.get(0), "scale");
    List<Part> silent = new ArrayList<>();
    for (Part dataset : datasets) {
      if (!Levels.numbers(dataset, "scale").equals(scale)
          && Levels.numbers(dataset, "translation").isEmpty()) {
        silent.add(dataset);
      }
    }
    if (!silent.isEmpty()) {
      multiscale
          .field("datasets")
          .orElse(multiscale)
          .report(
              ImageRules.DATASETS_TRANSLATION,
              finding ->
                  finding
                      .message(
                          silent.size()
                              + (silent.size() == 1 ? " level has" : " levels have")
                              + " a scale and no translation: if pixels were averaged, they moved"
                              + " by half of what they grew")
                      .expected("a translation by (scale - scale of level 0) / 2 where averaged")
                      .found("no translation")
                      .fix("add a translation after each scale, unless pixels were picked"));
    }
  }
}
