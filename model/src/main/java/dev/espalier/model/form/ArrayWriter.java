package dev.espalier.model.form;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;

/** Spells what an array itself has to be. */
final class ArrayWriter {
  private final RuleTable rules;

  ArrayWriter(RuleTable rules) {
    this.rules = rules;
  }

  void write(NodeSchema.Array array, JsonObject.Builder out) {
    if (!array.dataTypes().names().isEmpty()) {
      out.put("types", JsonArray.ofStrings(array.dataTypes().names()));
    }
    put(out, "types_under", array.dataTypes().rule(), CoreRules.ARRAY_DATA_TYPE);
    dimensions(array.dimensions(), out);
    array.fillValue().ifPresent(fill -> out.put("fill_value", fill(fill)));
    if (!array.layout().isOpen()) {
      out.put("layout", layout(array.layout()));
    }
    if (!array.elements().isEmpty()) {
      out.put(
          "elements",
          new JsonArray(array.elements().stream().<JsonValue>map(this::elements).toList()));
    }
  }

  private void put(JsonObject.Builder out, String key, Rule rule, Rule usual) {
    if (!rule.equals(usual)) {
      out.put(key, rules.reference(rule));
    }
  }

  private void dimensions(Dimensions dimensions, JsonObject.Builder out) {
    if (!dimensions.list().equals(Dimensions.any().list())) {
      out.put(
          "dimensions",
          new JsonArray(dimensions.list().stream().map(ArrayWriter::dimension).toList()));
    }
    put(out, "rank_under", dimensions.rank(), CoreRules.ARRAY_RANK);
    put(out, "extents_under", dimensions.extents(), CoreRules.ARRAY_EXTENT);
    put(out, "names_under", dimensions.names(), CoreRules.ARRAY_DIMENSION_NAMES);
  }

  private static JsonValue dimension(Dimension dimension) {
    JsonValue extent = ExtentForm.write(dimension.extent());
    if (dimension.name().isEmpty()) {
      return extent;
    }
    String name = dimension.name().get();
    JsonObject named = JsonObject.of("name", JsonValue.of(name));
    // A name such as "*" may spell an extent, and is no symbol all the same.
    boolean isSymbol =
        dimension.extent().symbols().contains(name) && dimension.extent().toString().equals(name);
    return isSymbol ? named : named.with("extent", extent);
  }

  private static JsonObject fill(FillValue fill) {
    if (fill instanceof BitsFill bits) {
      return JsonObject.builder()
          .put("data_type", bits.type().id())
          .put("value", bits.toJson())
          .build();
    }
    return fill instanceof TextFill
        ? JsonObject.builder().put("data_type", "string").put("value", fill.toJson()).build()
        : JsonObject.of("value", fill.toJson());
  }

  private JsonObject layout(LayoutSchema layout) {
    JsonObject.Builder out = JsonObject.builder();
    layout.chunks().ifPresent(w -> out.put("chunks", tiles(w, CoreRules.ARRAY_CHUNKS)));
    layout.shards().ifPresent(w -> out.put("shards", tiles(w, CoreRules.ARRAY_SHARDS)));
    layout.codecs().ifPresent(wish -> out.put("codecs", codecs(wish)));
    return out.build();
  }

  private JsonObject tiles(LayoutSchema.Tiles wish, Rule usual) {
    JsonObject.Builder out = JsonObject.builder();
    out.put(wish.hard() ? "demanded" : "preferred", tiles(wish.extents()));
    put(out, "under", wish.rule(), usual);
    return out.build();
  }

  private static JsonArray tiles(List<String> extents) {
    return new JsonArray(extents.stream().map(ExtentForm::write).toList());
  }

  private JsonObject codecs(LayoutSchema.Codecs wish) {
    JsonObject.Builder out = JsonObject.builder();
    JsonArray chain =
        new JsonArray(
            wish.chain().stream()
                .<JsonValue>map(
                    codec ->
                        codec.configuration().isEmpty()
                            ? JsonValue.of(codec.name())
                            : JsonObject.builder()
                                .put("name", codec.name())
                                .put("configuration", codec.configuration())
                                .build())
                .toList());
    out.put(wish.hard() ? "demanded" : "preferred", chain);
    put(out, "under", wish.rule(), CoreRules.ARRAY_CODECS);
    return out.build();
  }

  private JsonObject elements(ElementRule rule) {
    JsonObject.Builder out = JsonObject.builder();
    Rule usual = CoreRules.ELEMENTS_FINITE;
    if (rule instanceof ElementRule.Rising rising) {
      usual = CoreRules.ELEMENTS_ORDER;
      out.put("rising", rising.strictly() ? "strictly" : "weakly");
    } else if (rule instanceof ElementRule.First first) {
      usual = CoreRules.ELEMENTS_FIRST;
      out.put("first", ExtentForm.write(first.value()));
    } else if (rule instanceof ElementRule.Last last) {
      usual = CoreRules.ELEMENTS_LAST;
      out.put("last", ExtentForm.write(last.value()));
    } else if (rule instanceof ElementRule.Sum sum) {
      usual = CoreRules.ELEMENTS_SUM;
      out.put("sum", ExtentForm.write(sum.value()));
    } else if (rule instanceof ElementRule.Within within) {
      usual = CoreRules.ELEMENTS_RANGE;
      JsonObject.Builder bounds = JsonObject.builder();
      within.min().ifPresent(min -> bounds.put("min", new JsonNumber(min.toString())));
      within.max().ifPresent(max -> bounds.put("max", new JsonNumber(max.toString())));
      within.below().ifPresent(extent -> bounds.put("below", ExtentForm.write(extent)));
      out.put("within", bounds.build());
    } else {
      out.put("finite", true);
    }
    put(out, "under", rule.rule(), usual);
    return out.build();
  }
}
