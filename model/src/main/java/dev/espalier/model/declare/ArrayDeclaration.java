package dev.espalier.model.declare;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a {@link NodeSchema.Array}. */
public final class ArrayDeclaration implements NodeDeclaration {
  private Rule rule = CoreRules.MEMBER_KIND;
  private String text = "";
  private boolean openAttributes = true;
  private final List<Field> attributes = new ArrayList<>();
  private DataTypes dataTypes = DataTypes.any();
  private Dimensions dimensions = Dimensions.any();
  private Optional<FillValue> fillValue = Optional.empty();
  private LayoutSchema layout = LayoutSchema.open();
  private final List<ElementRule> elements = new ArrayList<>();
  private final List<NodeRule> rules = new ArrayList<>();

  ArrayDeclaration() {}

  /** What the array is, in Markdown. */
  public ArrayDeclaration text(String words) {
    text = words;
    return this;
  }

  /** The rule that a node breaks that is no array. */
  public ArrayDeclaration under(Rule broken) {
    rule = broken;
    return this;
  }

  /** The data types: identifiers, and the words that {@link DataTypes} knows. */
  public ArrayDeclaration types(String... names) {
    return types(DataTypes.of(names));
  }

  /** The data types. */
  public ArrayDeclaration types(DataTypes set) {
    dataTypes = set;
    return this;
  }

  /** The dimensions, slowest first, in the form that {@link Extent#parse} reads. */
  public ArrayDeclaration dimensions(String... extents) {
    return dimensions(Dimensions.of(extents));
  }

  /** The dimensions, slowest first: symbols that have to be the names of the dimensions as well. */
  public ArrayDeclaration namedDimensions(String... symbols) {
    return dimensions(Dimensions.named(symbols));
  }

  /** The dimensions. */
  public ArrayDeclaration dimensions(Dimensions list) {
    dimensions = list;
    return this;
  }

  /** The fill value that is demanded. */
  public ArrayDeclaration fillValue(FillValue value) {
    fillValue = Optional.of(value);
    return this;
  }

  /** The extents of chunks that are demanded: numbers, {@code *} or {@code full}. */
  public ArrayDeclaration chunks(String... extents) {
    layout = layout.withChunks(true, extents);
    return this;
  }

  /** The extents of chunks that a writer chooses where nothing else is asked for. */
  public ArrayDeclaration preferChunks(String... extents) {
    layout = layout.withChunks(false, extents);
    return this;
  }

  /** The extents of shards that are demanded. */
  public ArrayDeclaration shards(String... extents) {
    layout = layout.withShards(true, extents);
    return this;
  }

  /** The extents of shards that a writer chooses where nothing else is asked for. */
  public ArrayDeclaration preferShards(String... extents) {
    layout = layout.withShards(false, extents);
    return this;
  }

  /** Codecs that the chain has to hold. */
  public ArrayDeclaration codecs(CodecSpec... chain) {
    layout = layout.withCodecs(true, chain);
    return this;
  }

  /** Codecs that a writer chooses where nothing else is asked for. */
  public ArrayDeclaration preferCodecs(CodecSpec... chain) {
    layout = layout.withCodecs(false, chain);
    return this;
  }

  /** What is said about the layout. */
  public ArrayDeclaration layout(LayoutSchema wishes) {
    layout = wishes;
    return this;
  }

  /** An attribute that has to be there. */
  public ArrayDeclaration attribute(String name, ValueSchema value) {
    return attribute(Field.required(name, value));
  }

  /** An attribute that should be there. */
  public ArrayDeclaration recommended(String name, ValueSchema value) {
    return attribute(Field.recommended(name, value));
  }

  /** An attribute that may be absent. */
  public ArrayDeclaration optional(String name, ValueSchema value) {
    return attribute(Field.optional(name, value));
  }

  /** An attribute. */
  public ArrayDeclaration attribute(Field field) {
    attributes.add(field);
    return this;
  }

  /** No attributes but those declared. */
  public ArrayDeclaration closedAttributes() {
    openAttributes = false;
    return this;
  }

  /** Elements never fall, in C order. */
  public ArrayDeclaration rising() {
    return elements(new ElementRule.Rising(CoreRules.ELEMENTS_ORDER, false));
  }

  /** Elements rise from each to the next, in C order. */
  public ArrayDeclaration strictlyRising() {
    return elements(new ElementRule.Rising(CoreRules.ELEMENTS_ORDER, true));
  }

  /** The first element: a number, or an expression of extents. */
  public ArrayDeclaration first(String value) {
    return elements(new ElementRule.First(CoreRules.ELEMENTS_FIRST, Extent.parse(value)));
  }

  /** The last element: a number, or an expression of extents. */
  public ArrayDeclaration last(String value) {
    return elements(new ElementRule.Last(CoreRules.ELEMENTS_LAST, Extent.parse(value)));
  }

  /** The sum of all elements: a number, or an expression of extents. */
  public ArrayDeclaration sum(String value) {
    return elements(new ElementRule.Sum(CoreRules.ELEMENTS_SUM, Extent.parse(value)));
  }

  /** Elements are at least 0 and below an extent: positions along a dimension. */
  public ArrayDeclaration positionsIn(String extent) {
    return elements(
        new ElementRule.Within(
            CoreRules.ELEMENTS_RANGE,
            Optional.of(BigDecimal.ZERO),
            Optional.empty(),
            Optional.of(Extent.parse(extent))));
  }

  /** Elements are between two numbers, both included. */
  public ArrayDeclaration within(String min, String max) {
    return elements(
        new ElementRule.Within(
            CoreRules.ELEMENTS_RANGE,
            Optional.of(new BigDecimal(min)),
            Optional.of(new BigDecimal(max)),
            Optional.empty()));
  }

  /** Elements are not less than a number. */
  public ArrayDeclaration atLeast(String min) {
    return elements(
        new ElementRule.Within(
            CoreRules.ELEMENTS_RANGE,
            Optional.of(new BigDecimal(min)),
            Optional.empty(),
            Optional.empty()));
  }

  /** No element is NaN or infinite. */
  public ArrayDeclaration finite() {
    return elements(new ElementRule.Finite(CoreRules.ELEMENTS_FINITE));
  }

  /** What holds of the elements. */
  public ArrayDeclaration elements(ElementRule more) {
    elements.add(more);
    return this;
  }

  /** A rule about the array that only code can check. */
  public ArrayDeclaration check(Rule broken, NodeInspection code) {
    rules.add(new NodeRule.Coded(List.of(broken), code));
    return this;
  }

  @Override
  public NodeSchema.Array toSchema() {
    ValueSchema.Obj object =
        new ValueSchema.Obj(CoreRules.ATTRIBUTE_TYPE, attributes, openAttributes, List.of());
    return new NodeSchema.Array(
        rule, object, dataTypes, dimensions, fillValue, layout, elements, rules, text);
  }
}
