package dev.espalier.model.code;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells constraints: in short words where these say the same, else in full. */
final class ConstraintCode {
  private final Literals literals;
  private final ExtentCode extents;

  ConstraintCode(Literals literals) {
    this.literals = literals;
    this.extents = new ExtentCode(literals);
  }

  /** A call that adds a constraint to a value. */
  Code added(Constraint constraint) {
    Optional<Code> words = shortWords(constraint);
    return words.orElseGet(() -> Code.call("with", full(constraint)));
  }

  private Optional<Code> shortWords(Constraint constraint) {
    if (constraint instanceof Constraint.OneOf few) {
      List<String> texts = new ArrayList<>();
      for (JsonValue value : few.values()) {
        if (value instanceof JsonString text) {
          texts.add(text.value());
        }
      }
      boolean allTexts = texts.size() == few.values().size() && !texts.isEmpty();
      return allTexts && says(constraint, any().oneOf(texts.toArray(String[]::new)))
          ? Optional.of(literals.texts("oneOf", texts))
          : Optional.empty();
    }
    if (constraint instanceof Constraint.Matches matches) {
      String regex = matches.pattern().regex();
      return says(constraint, any().matching(regex, matches.words()))
          ? call("matching", literals.text(regex), literals.text(matches.words()))
          : Optional.empty();
    }
    if (constraint instanceof Constraint.Bounds bounds) {
      return bounds(bounds);
    }
    if (constraint instanceof Constraint.Length length) {
      Code min = literals.number(length.min());
      if (length.max().isEmpty()) {
        return says(length, any().sized(length.min())) ? call("sized", min) : Optional.empty();
      }
      int max = length.max().getAsInt();
      return says(length, any().sized(length.min(), max))
          ? call("sized", min, literals.number(max))
          : Optional.empty();
    }
    if (constraint instanceof Constraint.Distinct && says(constraint, any().distinct())) {
      return call("distinct");
    }
    return references(constraint);
  }

  private Optional<Code> references(Constraint constraint) {
    if (constraint instanceof Constraint.EqualsExtent equal
        && isParsed(equal.extent())
        && says(constraint, any().equalTo(equal.extent().toString()))) {
      return call("equalTo", literals.text(equal.extent().toString()));
    }
    if (constraint instanceof Constraint.Refers refers
        && says(constraint, any().referringTo(refers.target()))) {
      return call("referringTo", literals.text(refers.target()));
    }
    if (constraint instanceof Constraint.NamesDimension named
        && says(constraint, any().namingDimension(named.symbol()))) {
      return call("namingDimension", literals.text(named.symbol()));
    }
    return Optional.empty();
  }

  private static boolean isParsed(Extent extent) {
    return ExtentCode.isParsed(extent);
  }

  private Optional<Code> bounds(Constraint.Bounds bounds) {
    double min = bounds.min().map(BigDecimal::doubleValue).orElse(0.0);
    double max = bounds.max().map(BigDecimal::doubleValue).orElse(0.0);
    Code least = bounds.min().map(ConstraintCode::decimal).orElse(Code.text(""));
    Code most = bounds.max().map(ConstraintCode::decimal).orElse(Code.text(""));
    if (!Double.isFinite(min) || !Double.isFinite(max)) {
      return Optional.empty();
    }
    if (says(bounds, any().between(min, max))) {
      return call("between", least, most);
    }
    if (says(bounds, any().atLeast(min))) {
      return call("atLeast", least);
    }
    if (says(bounds, any().above(min))) {
      return call("above", least);
    }
    return says(bounds, any().atMost(max)) ? call("atMost", most) : Optional.empty();
  }

  /** A double without fraction is spelled as an integer where that is one for Java, too. */
  private static Code decimal(BigDecimal number) {
    boolean small = number.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0;
    return Code.text(
        number.scale() <= 0 && small
            ? number.toPlainString()
            : Double.toString(number.doubleValue()));
  }

  private static Optional<Code> call(String name, Code... arguments) {
    return Optional.of(Code.call(name, arguments));
  }

  private static ValueSchema any() {
    return Declare.anything("");
  }

  private static boolean says(Constraint constraint, ValueSchema with) {
    return with.constraints().equals(List.of(constraint));
  }

  private Code full(Constraint constraint) {
    if (constraint instanceof Constraint.Coded coded) {
      return literals.create(
          Constraint.Coded.class,
          literals.list(coded.rules(), literals::rule),
          NodeRuleCode.missing("part", coded.rules()));
    }
    Class<?> type = constraint.getClass();
    Code rule = literals.rule(constraint.rules().get(0));
    if (constraint instanceof Constraint.OneOf few) {
      return literals.create(type, rule, literals.list(few.values(), literals::json));
    }
    if (constraint instanceof Constraint.Matches matches) {
      return literals.create(
          type, rule, literals.text(matches.pattern().regex()), literals.text(matches.words()));
    }
    if (constraint instanceof Constraint.Bounds bounds) {
      return literals.create(
          type,
          rule,
          literals.optional(bounds.min(), this::exact),
          Code.text(Boolean.toString(bounds.minIncluded())),
          literals.optional(bounds.max(), this::exact),
          Code.text(Boolean.toString(bounds.maxIncluded())));
    }
    if (constraint instanceof Constraint.Length length) {
      return literals.create(
          type, rule, literals.number(length.min()), literals.optional(length.max()));
    }
    if (constraint instanceof Constraint.Distinct distinct) {
      return literals.create(type, rule, literals.optional(distinct.field(), literals::text));
    }
    if (constraint instanceof Constraint.Counted counted) {
      return literals.create(
          type,
          rule,
          selector(counted.selector()),
          literals.number(counted.min()),
          literals.number(counted.max()));
    }
    if (constraint instanceof Constraint.EqualsExtent equal) {
      return literals.create(type, rule, extents.extent(equal.extent()));
    }
    String name =
        constraint instanceof Constraint.Refers refers
            ? refers.target()
            : ((Constraint.NamesDimension) constraint).symbol();
    return literals.create(type, rule, literals.text(name));
  }

  Code exact(BigDecimal number) {
    return literals.create(BigDecimal.class, literals.text(number.toString()));
  }

  private Code selector(Selector selector) {
    return literals.create(
        Selector.class,
        literals.text(selector.field()),
        literals.list(selector.texts(), literals::text),
        Code.text(Boolean.toString(selector.orAbsent())));
  }

  /** The full spellings of several constraints. */
  Code list(List<Constraint> constraints) {
    return literals.list(constraints, this::full);
  }
}
