package dev.espalier.model.code;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Spells arrays. */
final class ArrayCode {
  private final Literals literals;
  private final ValueCode values;
  private final ExtentCode extents;
  private final ConstraintCode numbers;
  private final NodeRuleCode rules;

  ArrayCode(Literals literals, ValueCode values) {
    this.literals = literals;
    this.values = values;
    this.extents = new ExtentCode(literals);
    this.numbers = new ConstraintCode(literals);
    this.rules = new NodeRuleCode(literals);
  }

  Code array(NodeSchema.Array array) {
    return NodeCode.isPlain(array.attributes()) && array.rules().isEmpty()
        ? plain(array)
        : full(array);
  }

  private Code plain(NodeSchema.Array array) {
    List<Code> calls = new ArrayList<>();
    if (!array.rule().equals(CoreRules.MEMBER_KIND)) {
      calls.add(Code.call("under", literals.rule(array.rule())));
    }
    if (!array.text().isEmpty()) {
      calls.add(Code.call("text", literals.text(array.text())));
    }
    DataTypes types = array.dataTypes();
    if (!types.equals(DataTypes.any())) {
      calls.add(
          types.rule().equals(CoreRules.ARRAY_DATA_TYPE)
              ? literals.texts("types", types.names())
              : Code.call("types", types(types)));
    }
    extents.added(array.dimensions()).ifPresent(calls::add);
    array.fillValue().ifPresent(fill -> calls.add(Code.call("fillValue", fill(fill))));
    calls.addAll(layout(array.layout()));
    if (!array.attributes().open()) {
      calls.add(Code.call("closedAttributes"));
    }
    array
        .attributes()
        .fields()
        .forEach(field -> calls.add(NodeCode.attribute(literals, values, field)));
    for (ElementRule rule : array.elements()) {
      calls.add(Code.call("elements", elements(rule)));
    }
    return Code.call("array").then(calls);
  }

  private Code full(NodeSchema.Array array) {
    return Code.call(
        "node",
        literals.create(
            NodeSchema.Array.class,
            literals.rule(array.rule()),
            values.attributes(array.attributes()),
            types(array.dataTypes()),
            extents.full(array.dimensions()),
            literals.optional(array.fillValue(), this::fill),
            fullLayout(array.layout()),
            literals.list(array.elements(), this::elements),
            literals.<NodeRule>list(array.rules(), rules::full),
            literals.text(array.text())));
  }

  private Code types(DataTypes types) {
    return literals.create(
        DataTypes.class, literals.list(types.names(), literals::text), literals.rule(types.rule()));
  }

  private Code fill(FillValue fill) {
    if (fill instanceof TextFill text) {
      return literals.create(TextFill.class, literals.text(text.text()));
    }
    if (fill instanceof BitsFill bits) {
      return Code.call(
          literals.type(FillValue.class) + ".parse",
          Code.call(literals.type(DataType.class) + ".named", literals.text(bits.type().id())),
          literals.json(fill.toJson()));
    }
    return literals.create(OpaqueFill.class, literals.json(fill.toJson()));
  }

  private List<Code> layout(LayoutSchema layout) {
    List<Code> calls = new ArrayList<>();
    if (layout.chunks().isPresent() && isPlain(layout.chunks().get(), true)) {
      LayoutSchema.Tiles tiles = layout.chunks().get();
      calls.add(literals.texts(tiles.hard() ? "chunks" : "preferChunks", tiles.extents()));
    }
    if (layout.shards().isPresent() && isPlain(layout.shards().get(), false)) {
      LayoutSchema.Tiles tiles = layout.shards().get();
      calls.add(literals.texts(tiles.hard() ? "shards" : "preferShards", tiles.extents()));
    }
    if (layout.codecs().isPresent()
        && layout.codecs().get().rule().equals(CoreRules.ARRAY_CODECS)) {
      LayoutSchema.Codecs codecs = layout.codecs().get();
      calls.add(
          Code.call(
              codecs.hard() ? "codecs" : "preferCodecs",
              codecs.chain().stream().map(this::codec).toList()));
    }
    long wishes =
        List.of(layout.chunks(), layout.shards(), layout.codecs()).stream()
            .filter(wish -> wish.isPresent())
            .count();
    return calls.size() == wishes ? calls : List.of(Code.call("layout", fullLayout(layout)));
  }

  private static boolean isPlain(LayoutSchema.Tiles tiles, boolean chunks) {
    return tiles.rule().equals(chunks ? CoreRules.ARRAY_CHUNKS : CoreRules.ARRAY_SHARDS);
  }

  private Code fullLayout(LayoutSchema layout) {
    return layout.isOpen()
        ? Code.call(literals.type(LayoutSchema.class) + ".open")
        : literals.create(
            LayoutSchema.class,
            literals.optional(layout.chunks(), this::tiles),
            literals.optional(layout.shards(), this::tiles),
            literals.optional(layout.codecs(), this::codecs));
  }

  private Code tiles(LayoutSchema.Tiles tiles) {
    return literals.create(
        LayoutSchema.Tiles.class,
        literals.list(tiles.extents(), literals::text),
        Code.text(Boolean.toString(tiles.hard())),
        literals.rule(tiles.rule()));
  }

  private Code codecs(LayoutSchema.Codecs codecs) {
    return literals.create(
        LayoutSchema.Codecs.class,
        literals.list(codecs.chain(), this::codec),
        Code.text(Boolean.toString(codecs.hard())),
        literals.rule(codecs.rule()));
  }

  private Code codec(CodecSpec codec) {
    return codec.configuration().isEmpty()
        ? Code.call(literals.type(CodecSpec.class) + ".of", literals.text(codec.name()))
        : literals.create(
            CodecSpec.class, literals.text(codec.name()), literals.json(codec.configuration()));
  }

  private Code elements(ElementRule rule) {
    Code broken = literals.rule(rule.rule());
    Class<?> type = rule.getClass();
    if (rule instanceof ElementRule.Rising rising) {
      return literals.create(type, broken, Code.text(Boolean.toString(rising.strictly())));
    }
    if (rule instanceof ElementRule.First first) {
      return literals.create(type, broken, extents.extent(first.value()));
    }
    if (rule instanceof ElementRule.Last last) {
      return literals.create(type, broken, extents.extent(last.value()));
    }
    if (rule instanceof ElementRule.Sum sum) {
      return literals.create(type, broken, extents.extent(sum.value()));
    }
    if (rule instanceof ElementRule.Within within) {
      return literals.create(
          type,
          broken,
          literals.<BigDecimal>optional(within.min(), numbers::exact),
          literals.<BigDecimal>optional(within.max(), numbers::exact),
          literals.optional(within.below(), extents::extent));
    }
    return literals.create(type, broken);
  }
}
