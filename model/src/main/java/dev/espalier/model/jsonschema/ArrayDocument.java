package dev.espalier.model.jsonschema;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in JSON Schema what an array has to be, its attributes aside. */
final class ArrayDocument {
  private final Omissions omissions;
  private final NodeSchema.Array array;
  private final DocumentForm form;
  private final String where;
  private final Keywords out = new Keywords();

  private ArrayDocument(
      Omissions omissions, NodeSchema.Array array, DocumentForm form, String where) {
    this.omissions = omissions;
    this.array = array;
    this.form = form;
    this.where = where;
  }

  /** The keywords for the document of an array. */
  static JsonObject of(
      Omissions omissions, NodeSchema.Array array, DocumentForm form, String where) {
    ArrayDocument document = new ArrayDocument(omissions, array, form, where);
    document.out.add(Keywords.required("shape", "data_type"));
    document.dataType();
    document.dimensions();
    document.fillValue();
    LayoutDocument.add(omissions, array.layout(), form, where, document.out);
    array
        .elements()
        .forEach(
            rule ->
                omissions.add(rule.rule(), where, "it is about elements, which no document holds"));
    return document.out.build();
  }

  private void member(String name, JsonObject schema) {
    out.add(Keywords.member(name, schema));
  }

  private void dataType() {
    DataTypes types = array.dataTypes();
    if (types.names().isEmpty() || !omissions.expresses(types.rule(), where)) {
      return;
    }
    Set<String> ids = new LinkedHashSet<>();
    List<JsonValue> more = new ArrayList<>();
    for (String name : types.names()) {
      if (name.equals("raw")) {
        more.add(
            JsonObject.builder().put("type", "string").put("pattern", "^r[1-9][0-9]*$").build());
        continue;
      }
      Arrays.stream(CoreType.values())
          .filter(type -> DataTypes.of(name).contains(type))
          .map(CoreType::id)
          .forEach(ids::add);
      if (ids.isEmpty() || !isKnown(name)) {
        ids.add(name);
        // What is no core type may be told with a configuration.
        JsonObject named = JsonObject.of("const", JsonValue.of(name));
        more.add(
            JsonObject.of("type", JsonValue.of("object"))
                .with("properties", JsonObject.of("name", named))
                .with("required", JsonArray.ofStrings(List.of("name"))));
      }
    }
    JsonObject listed = JsonObject.of("enum", JsonArray.ofStrings(List.copyOf(ids)));
    if (!ids.isEmpty()) {
      more.add(0, listed);
    }
    member("data_type", more.size() == 1 ? (JsonObject) more.get(0) : Keywords.of("anyOf", more));
  }

  private static boolean isKnown(String name) {
    return Arrays.stream(CoreType.values()).anyMatch(type -> DataTypes.of(name).contains(type));
  }

  private void dimensions() {
    Dimensions dimensions = array.dimensions();
    if (dimensions.equals(Dimensions.any())) {
      return;
    }
    boolean ranked = omissions.expresses(dimensions.rank(), where);
    int least = dimensions.list().size() - (dimensions.rest() < 0 ? 0 : 1);
    Keywords shape = new Keywords().add("type", JsonValue.of("array"));
    if (ranked) {
      shape.add("minItems", JsonValue.of(least));
      if (dimensions.rest() < 0) {
        shape.add("maxItems", JsonValue.of(least));
      }
    }
    List<JsonValue> extents = new ArrayList<>();
    List<JsonValue> names = new ArrayList<>();
    boolean named = false;
    for (int i = 0; i < dimensions.list().size(); i++) {
      Dimension dimension = dimensions.list().get(i);
      if (!dimension.isRest()) {
        boolean countable = countable(i, ranked);
        extents.add(extent(dimension, countable));
        JsonObject name = name(dimension, countable);
        named |= !name.isEmpty();
        names.add(name);
      }
    }
    if (extents.stream().anyMatch(extent -> !extent.equals(JsonObject.empty()))) {
      shape.add("prefixItems", new JsonArray(extents));
    }
    member("shape", shape.build());
    if (named) {
      out.add(
          Keywords.requiredMember(
              "dimension_names",
              JsonObject.of("type", JsonValue.of("array"))
                  .with("prefixItems", new JsonArray(names))));
    }
  }

  /** Whether the place of a dimension is known: those behind any number of others are not. */
  private boolean countable(int index, boolean ranked) {
    int rest = array.dimensions().rest();
    return ranked && (rest < 0 || index < rest);
  }

  private JsonObject extent(Dimension dimension, boolean countable) {
    if (!dimension.extent().symbols().isEmpty()) {
      omissions.add(CoreRules.DIMENSION_CONFLICT, where, "it compares the extents of arrays");
      if (!array.dimensions().extents().equals(CoreRules.DIMENSION_CONFLICT)) {
        return JsonObject.empty();
      }
    }
    if (!(dimension.extent() instanceof Extent.Fixed fixed)
        || !omissions.expresses(array.dimensions().extents(), where)) {
      return JsonObject.empty();
    }
    if (!countable) {
      omissions.add(
          array.dimensions().extents(), where, "JSON Schema does not count from the end of a list");
      return JsonObject.empty();
    }
    return JsonObject.of("const", JsonValue.of(fixed.value()));
  }

  private JsonObject name(Dimension dimension, boolean countable) {
    if (dimension.name().isEmpty() || !omissions.expresses(array.dimensions().names(), where)) {
      return JsonObject.empty();
    }
    if (!countable) {
      omissions.add(
          array.dimensions().names(), where, "JSON Schema does not count from the end of a list");
      return JsonObject.empty();
    }
    return JsonObject.of("const", JsonValue.of(dimension.name().get()));
  }

  /** A fill value that is all zeros may be left out of the flat form. */
  private void fillValue() {
    if (array.fillValue().isEmpty() || CoreRules.ARRAY_FILL_VALUE.level() != Level.MUST) {
      return;
    }
    FillValue fill = array.fillValue().get();
    JsonObject value = JsonObject.of("const", fill.toJson());
    boolean isZero = fill instanceof BitsFill bits && bits.equals(FillValue.zero(bits.type()));
    out.add(
        form == DocumentForm.FLAT && isZero
            ? Keywords.member("fill_value", value)
            : Keywords.requiredMember("fill_value", value));
  }
}
