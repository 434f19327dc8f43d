package dev.espalier.io.codec;

import dev.espalier.model.json.JsonNull;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the parameters of codecs may be. A {@link Field} of one of these is a parameter: {@code
 * Field.required("level", Parameter.integer(0, 9)).describedAs("how hard to compress")}.
 */
public final class Parameter {
  private Parameter() {}

  /** An integer within bounds. */
  public static ValueSchema integer(long min, long max) {
    return ValueSchema.integer(CoreRules.ATTRIBUTE_TYPE)
        .with(
            new Constraint.Bounds(
                CoreRules.ATTRIBUTE_RANGE,
                Optional.of(BigDecimal.valueOf(min)),
                true,
                Optional.of(BigDecimal.valueOf(max)),
                true));
  }

  /** An integer that is not less than another. */
  public static ValueSchema integer(int min) {
    return ValueSchema.integer(CoreRules.ATTRIBUTE_TYPE).atLeast(min);
  }

  /** Any number. */
  public static ValueSchema number() {
    return ValueSchema.number(CoreRules.ATTRIBUTE_TYPE);
  }

  /** True or false. */
  public static ValueSchema flag() {
    return ValueSchema.bool(CoreRules.ATTRIBUTE_TYPE);
  }

  /** One of a few words, or any text if none are given. */
  public static ValueSchema text(String... words) {
    ValueSchema text = ValueSchema.string(CoreRules.ATTRIBUTE_TYPE);
    return words.length == 0 ? text : text.oneOf(words);
  }

  /** A list of any length. */
  public static ValueSchema list(ValueSchema element) {
    return ValueSchema.list(CoreRules.ATTRIBUTE_TYPE, element);
  }

  /** An object with these members and no others. */
  public static ValueSchema.Obj object(Field... members) {
    return ValueSchema.object(CoreRules.ATTRIBUTE_TYPE, members).closed();
  }

  /** Any of several. */
  public static ValueSchema either(ValueSchema... alternatives) {
    return new ValueSchema.Union(CoreRules.ATTRIBUTE_TYPE, List.of(alternatives), List.of());
  }

  /** A value, or null, which means the same as a parameter that is left out. */
  public static ValueSchema orNull(ValueSchema value) {
    return either(value, ValueSchema.any("").oneOf(JsonNull.NULL));
  }
}
