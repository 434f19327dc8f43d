package dev.espalier.model.form;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an array itself has to be. */
final class ArrayReader {
  private final RuleReader rules;
  private final Uses uses;
  private final Keys keys;

  ArrayReader(Reading reading, Keys keys) {
    this.rules = reading.rules();
    this.uses = reading.uses();
    this.keys = keys;
  }

  DataTypes dataTypes() {
    List<String> names = keys.get("types").map(at -> at.texts("a data type")).orElse(List.of());
    return new DataTypes(names, rules.under(keys, "types_under", CoreRules.ARRAY_DATA_TYPE));
  }

  Dimensions dimensions() {
    List<Dimension> list = new ArrayList<>(Dimensions.any().list());
    Optional<At> spelled = keys.get("dimensions");
    if (spelled.isPresent()) {
      list.clear();
      spelled.get().elements("a list of dimensions").forEach(d -> list.add(dimension(d)));
    }
    Rule rank = rules.under(keys, "rank_under", CoreRules.ARRAY_RANK);
    Rule extents = rules.under(keys, "extents_under", CoreRules.ARRAY_EXTENT);
    Rule names = rules.under(keys, "names_under", CoreRules.ARRAY_DIMENSION_NAMES);
    try {
      return new Dimensions(list, rank, extents, names);
    } catch (IllegalArgumentException e) {
      spelled.ifPresent(at -> at.refuse(String.valueOf(e.getMessage())));
      return Dimensions.any();
    }
  }

  private Dimension dimension(At at) {
    if (!(at.value() instanceof JsonObject)) {
      return new Dimension(extent(at), Optional.empty());
    }
    Keys keys = new Keys(at, "a dimension");
    Optional<String> name = keys.required("name", "its name").flatMap(n -> n.text("a name"));
    Optional<Extent> extent = keys.get("extent").map(this::extent);
    keys.finish();
    return new Dimension(extent.or(() -> symbol(at, name)).orElse(Extent.any()), name);
  }

  private Optional<Extent> symbol(At at, Optional<String> name) {
    name.ifPresent(symbol -> uses.symbol(at, symbol));
    return at.parsed(name, Extent::symbol);
  }

  private Extent extent(At at) {
    return ExtentForm.read(at, uses).orElse(Extent.any());
  }

  Optional<FillValue> fillValue() {
    return keys.get("fill_value").flatMap(ArrayReader::fillValue);
  }

  private static Optional<FillValue> fillValue(At at) {
    Keys keys = new Keys(at, "an object with data_type and value");
    Optional<String> type = keys.get("data_type").flatMap(t -> t.text("a data type"));
    Optional<At> value = keys.required("value", "the value");
    keys.finish();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (type.isEmpty()) {
      return Optional.of(new OpaqueFill(value.get().value()));
    }
    return at.parsed(type, t -> FillValue.parse(DataType.named(t), value.get().value()));
  }

  LayoutSchema layout() {
    Optional<At> spelled = keys.get("layout");
    if (spelled.isEmpty()) {
      return LayoutSchema.open();
    }
    Keys parts = new Keys(spelled.get(), "a layout");
    LayoutSchema layout =
        new LayoutSchema(
            parts.get("chunks").flatMap(at -> tiles(at, CoreRules.ARRAY_CHUNKS)),
            parts.get("shards").flatMap(at -> tiles(at, CoreRules.ARRAY_SHARDS)),
            parts.get("codecs").map(this::codecs));
    parts.finish();
    return layout;
  }

  private Optional<LayoutSchema.Tiles> tiles(At at, Rule usual) {
    Keys parts = new Keys(at, "an object with demanded or preferred");
    Wish wish = wish(parts);
    Rule rule = rules.under(parts, "under", usual);
    parts.finish();
    List<String> extents =
        wish.list().stream()
            .map(e -> ExtentForm.text(e, "a number, * or full").orElse("*"))
            .toList();
    return at.parsed(Optional.of(""), none -> new LayoutSchema.Tiles(extents, wish.hard(), rule));
  }

  private LayoutSchema.Codecs codecs(At at) {
    Keys parts = new Keys(at, "an object with demanded or preferred");
    Wish wish = wish(parts);
    Rule rule = rules.under(parts, "under", CoreRules.ARRAY_CODECS);
    parts.finish();
    List<CodecSpec> chain = wish.list().stream().map(ArrayReader::codec).toList();
    return new LayoutSchema.Codecs(chain, wish.hard(), rule);
  }

  private record Wish(boolean hard, List<At> list) {}

  private static Wish wish(Keys parts) {
    Optional<At> hard = parts.get("demanded");
    Optional<At> soft = parts.get("preferred");
    if (hard.isPresent() == soft.isPresent()) {
      parts.at().refuse("either demanded or preferred is spelled");
    }
    List<At> list = hard.or(() -> soft).map(at -> at.elements("a list")).orElse(List.of());
    return new Wish(hard.isPresent(), list);
  }

  private static CodecSpec codec(At at) {
    if (at.value() instanceof JsonString name) {
      return CodecSpec.of(name.value());
    }
    Keys parts = new Keys(at, "a codec");
    String name = parts.required("name", "the codec").flatMap(n -> n.text("a name")).orElse("");
    Optional<JsonObject> configuration = parts.get("configuration").flatMap(At::object);
    parts.finish();
    return new CodecSpec(name, configuration.orElse(JsonObject.empty()));
  }

  List<ElementRule> elements() {
    List<ElementRule> list = new ArrayList<>();
    keys.get("elements")
        .ifPresent(
            at ->
                at.elements("a list of rules on elements")
                    .forEach(e -> element(e).ifPresent(list::add)));
    return list;
  }

  private Optional<ElementRule> element(At at) {
    String kinds = "an object with rising, first, last, sum, within or finite";
    Keys parts = new Keys(at, kinds);
    Optional<ElementRule> rule =
        parts
            .get("rising")
            .map(r -> rising(parts, r))
            .or(() -> end(parts, "first", CoreRules.ELEMENTS_FIRST, ElementRule.First::new))
            .or(() -> end(parts, "last", CoreRules.ELEMENTS_LAST, ElementRule.Last::new))
            .or(() -> end(parts, "sum", CoreRules.ELEMENTS_SUM, ElementRule.Sum::new))
            .or(() -> parts.get("within").map(w -> within(parts, w)))
            .or(() -> parts.get("finite").map(f -> finite(parts, f)));
    boolean told = parts.hasStranger() || !(at.value() instanceof JsonObject);
    parts.finish();
    if (rule.isEmpty() && !told) {
      at.mistakes().wrong(at, kinds);
    }
    return rule;
  }

  private ElementRule rising(Keys parts, At at) {
    Optional<String> word = at.text("strictly or weakly");
    if (word.isPresent() && !List.of("strictly", "weakly").contains(word.get())) {
      at.mistakes().wrong(at, "strictly or weakly");
    }
    return new ElementRule.Rising(
        rules.under(parts, "under", CoreRules.ELEMENTS_ORDER),
        word.equals(Optional.of("strictly")));
  }

  /** Makes a rule about one number of an array. */
  private interface EndRule {
    ElementRule of(Rule rule, Extent value);
  }

  private Optional<ElementRule> end(Keys parts, String key, Rule usual, EndRule maker) {
    return parts.get(key).map(at -> maker.of(rules.under(parts, "under", usual), extent(at)));
  }

  private ElementRule within(Keys parts, At at) {
    Keys bounds = new Keys(at, "an object with min, max or below");
    Optional<BigDecimal> min = bounds.get("min").flatMap(At::number);
    Optional<BigDecimal> max = bounds.get("max").flatMap(At::number);
    Optional<Extent> below = bounds.get("below").map(this::extent);
    bounds.finish();
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      at.refuse("no number lies between " + min.get() + " and " + max.get());
    }
    return new ElementRule.Within(
        rules.under(parts, "under", CoreRules.ELEMENTS_RANGE), min, max, below);
  }

  private ElementRule finite(Keys parts, At at) {
    if (!at.isTrue()) {
      at.mistakes().wrong(at, "true");
    }
    return new ElementRule.Finite(rules.under(parts, "under", CoreRules.ELEMENTS_FINITE));
  }
}
