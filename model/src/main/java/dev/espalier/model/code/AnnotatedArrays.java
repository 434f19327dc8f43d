package dev.espalier.model.code;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.CoreType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells what an array is as annotations of the method that gives it. */
final class AnnotatedArrays {
  private final Literals literals;
  private final Notes notes;

  AnnotatedArrays(Literals literals, Notes notes) {
    this.literals = literals;
    this.notes = notes;
  }

  /** The annotations, a line each. */
  List<String> annotations(NodeSchema.Array array, String place) {
    List<String> parts = new ArrayList<>();
    if (!array.rule().equals(CoreRules.MEMBER_KIND)) {
      notes.add(place, "the rule " + array.rule().id());
    }
    types(array, place).ifPresent(parts::add);
    dimensions(array.dimensions(), place).ifPresent(parts::add);
    fillValue(array, place).ifPresent(parts::add);
    layout(array.layout(), place, parts);
    List<String> lines = new ArrayList<>();
    String name = literals.type(ArrayOf.class);
    lines.add("@" + name + (parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")"));
    elements(array.elements(), place).ifPresent(lines::add);
    return lines;
  }

  private Optional<String> types(NodeSchema.Array array, String place) {
    if (array.dataTypes().names().isEmpty()) {
      return Optional.empty();
    }
    if (!array.dataTypes().rule().equals(CoreRules.ARRAY_DATA_TYPE)) {
      notes.add(place, "the data types under the rule " + array.dataTypes().rule().id());
      return Optional.empty();
    }
    return Optional.of("types = " + Annotations.texts(array.dataTypes().names()));
  }

  private Optional<String> dimensions(Dimensions dimensions, String place) {
    if (dimensions.equals(Dimensions.any())) {
      return Optional.empty();
    }
    if (dimensions.list().isEmpty() || !dimensions.equals(Dimensions.of(dimensions.list()))) {
      notes.add(place, "dimensions " + dimensions);
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    boolean allNamed = true;
    for (Dimension dimension : dimensions.list()) {
      texts.add(dimension(dimension, place));
      allNamed &=
          dimension.name().filter(n -> n.equals(dimension.extent().toString())).isPresent()
              && isSymbol(dimension.extent());
    }
    if (allNamed) {
      return Optional.of(
          "namedDimensions = "
              + Annotations.texts(
                  dimensions.list().stream().map(one -> one.extent().toString()).toList()));
    }
    return Optional.of("dimensions = " + Annotations.texts(texts));
  }

  private static boolean isSymbol(Extent extent) {
    return extent.symbols().size() == 1
        && extent.equals(Extent.symbol(extent.symbols().iterator().next()));
  }

  private String dimension(Dimension dimension, String place) {
    String extent = dimension.extent().toString();
    if (!ExtentCode.isParsed(dimension.extent())) {
      notes.add(place, "the extent " + extent);
      extent = "*";
    }
    if (dimension.name().isEmpty()) {
      return extent;
    }
    String name = dimension.name().get();
    if (name.contains(":") || !name.equals(name.strip()) || name.isEmpty()) {
      notes.add(place, "the dimension name \"" + name + "\"");
      return extent;
    }
    return name + ": " + extent;
  }

  private Optional<String> fillValue(NodeSchema.Array array, String place) {
    if (array.fillValue().isEmpty()) {
      return Optional.empty();
    }
    FillValue fill = array.fillValue().get();
    boolean single =
        fill instanceof BitsFill bits
            && bits.type() instanceof CoreType type
            && type.kind() != CoreType.Kind.COMPLEX
            && array.dataTypes().names().equals(List.of(type.id()));
    String text = fill.toJson().toString();
    if (!single || text.startsWith("\"")) {
      notes.add(place, "the fill value " + text);
      return Optional.empty();
    }
    return Optional.of("fillValue = " + Literals.quoted(text));
  }

  private void layout(LayoutSchema layout, String place, List<String> parts) {
    layout
        .chunks()
        .ifPresent(
            t -> tiles(t, CoreRules.ARRAY_CHUNKS.id(), "chunks", place).ifPresent(parts::add));
    layout
        .shards()
        .ifPresent(
            t -> tiles(t, CoreRules.ARRAY_SHARDS.id(), "shards", place).ifPresent(parts::add));
    if (layout.codecs().isEmpty()) {
      return;
    }
    LayoutSchema.Codecs codecs = layout.codecs().get();
    boolean plain =
        codecs.rule().equals(CoreRules.ARRAY_CODECS)
            && !codecs.chain().isEmpty()
            && codecs.chain().stream()
                .allMatch(c -> c.configuration().isEmpty() && !c.name().contains(" "));
    if (!plain) {
      notes.add(place, "the codecs " + codecs.chain());
      return;
    }
    List<String> names = codecs.chain().stream().map(CodecSpec::name).toList();
    parts.add((codecs.hard() ? "codecs = " : "preferCodecs = ") + Annotations.texts(names));
  }

  private Optional<String> tiles(LayoutSchema.Tiles tiles, String rule, String word, String place) {
    if (!tiles.rule().id().equals(rule) || tiles.extents().isEmpty()) {
      notes.add(place, word + " " + tiles.extents());
      return Optional.empty();
    }
    String name = tiles.hard() ? word : "prefer" + TypeNames.camel(word, true);
    return Optional.of(name + " = " + Annotations.texts(tiles.extents()));
  }

  private Optional<String> elements(List<ElementRule> rules, String place) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (ElementRule rule : rules) {
      Map<String, String> spelled = spelled(rule);
      boolean fits =
          !spelled.isEmpty()
              && CoreRules.all().contains(rule.rule())
              && spelled.keySet().stream().noneMatch(parts::containsKey);
      if (fits) {
        parts.putAll(spelled);
      } else {
        notes.add(place, "a rule on elements: " + rule.rule().id());
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "@"
                + literals.type(Elements.class)
                + parts.entrySet().stream()
                    .map(part -> part.getKey() + " = " + part.getValue())
                    .collect(Collectors.joining(", ", "(", ")")));
  }

  private static Map<String, String> spelled(ElementRule rule) {
    if (rule instanceof ElementRule.Rising rising) {
      return Map.of(rising.strictly() ? "strictlyRising" : "rising", "true");
    }
    if (rule instanceof ElementRule.Finite) {
      return Map.of("finite", "true");
    }
    if (rule instanceof ElementRule.First first) {
      return extent("first", first.value());
    }
    if (rule instanceof ElementRule.Last last) {
      return extent("last", last.value());
    }
    if (rule instanceof ElementRule.Sum sum) {
      return extent("sum", sum.value());
    }
    ElementRule.Within within = (ElementRule.Within) rule;
    if (within.below().isPresent()) {
      boolean positions =
          within.min().equals(Optional.of(BigDecimal.ZERO)) && within.max().isEmpty();
      return positions ? extent("positionsIn", within.below().get()) : Map.of();
    }
    Map<String, String> bounds = new LinkedHashMap<>();
    within.min().ifPresent(min -> bounds.put("min", Literals.quoted(min.toString())));
    within.max().ifPresent(max -> bounds.put("max", Literals.quoted(max.toString())));
    return within.min().isPresent() ? bounds : Map.of();
  }

  private static Map<String, String> extent(String word, Extent extent) {
    return ExtentCode.isParsed(extent)
        ? Map.of(word, Literals.quoted(extent.toString()))
        : Map.of();
  }
}
