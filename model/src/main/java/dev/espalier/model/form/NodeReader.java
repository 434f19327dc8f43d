package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what nodes have to be. */
final class NodeReader {
  private static final String KINDS = "an object with group, array, choice or reference";

  private final Reading reading;
  private final RuleReader rules;
  private final ValueReader values;
  private final NodeRuleReader nodeRules;

  NodeReader(Reading reading) {
    this.reading = reading;
    this.rules = reading.rules();
    this.values = new ValueReader(reading);
    this.nodeRules = new NodeRuleReader(reading);
  }

  NodeSchema node(At at) {
    Keys keys = new Keys(at, KINDS);
    NodeSchema node = node(keys);
    keys.finish();
    return node;
  }

  private NodeSchema node(Keys keys) {
    return reading.budget().within(keys.at(), () -> read(keys));
  }

  private NodeSchema read(Keys keys) {
    List<NodeSchema> found = new ArrayList<>();
    keys.get("group").ifPresent(at -> found.add(group(at)));
    keys.get("array").ifPresent(at -> found.add(array(at)));
    keys.get("choice").ifPresent(at -> found.add(choice(at)));
    keys.get("reference")
        .ifPresent(
            at ->
                at.text("the name of a definition").ifPresent(name -> found.add(refer(at, name))));
    boolean told = keys.has("reference") || keys.hasStranger() || !isObject(keys.at());
    if (found.size() > 1 || (found.isEmpty() && !told)) {
      keys.at().mistakes().wrong(keys.at(), KINDS);
    }
    return found.isEmpty() ? SchemaReader.anything() : found.get(0);
  }

  private NodeSchema refer(At at, String definition) {
    reading.uses().definition(at, definition);
    return new NodeSchema.Reference(definition);
  }

  private static boolean isObject(At at) {
    return at.value() instanceof JsonObject;
  }

  private NodeSchema choice(At at) {
    Keys keys = new Keys(at, "a choice");
    Map<String, NodeSchema> alternatives = new LinkedHashMap<>();
    keys.required("alternatives", "the alternatives by name")
        .ifPresent(
            all ->
                all.entries("an object of alternatives")
                    .forEach((name, one) -> alternatives.put(name, node(one))));
    Rule rule = rules.under(keys, "under", CoreRules.CHOICE);
    String text = keys.text("text", "");
    keys.finish();
    if (alternatives.isEmpty()) {
      at.refuse("a choice without alternatives matches nothing");
      return SchemaReader.anything();
    }
    return new NodeSchema.Choice(rule, alternatives, text);
  }

  private NodeSchema group(At at) {
    Keys keys = new Keys(at, "a group");
    String text = keys.text("text", "");
    Rule rule = rules.under(keys, "under", CoreRules.MEMBER_KIND);
    List<String> dimensions = keys.get("dimensions").map(this::symbols).orElse(List.of());
    ValueSchema.Obj attributes = attributes(keys);
    List<Member> members = new ArrayList<>();
    keys.get("members")
        .ifPresent(
            all ->
                all.entries("an object of members")
                    .forEach((key, one) -> member(key, one).ifPresent(members::add)));
    boolean closed = keys.flag("closed");
    List<NodeRule> list = nodeRules.ofGroup(keys, names(members, attributes));
    keys.finish();
    return new NodeSchema.Group(rule, attributes, members, !closed, dimensions, list, text);
  }

  private List<String> symbols(At at) {
    List<String> symbols = new ArrayList<>();
    for (At one : at.elements("a list of symbols")) {
      one.text("a symbol")
          .ifPresent(
              symbol -> {
                reading.uses().symbol(one, symbol);
                symbols.add(symbol);
              });
    }
    return symbols;
  }

  private static Set<String> names(List<Member> members, ValueSchema.Obj attributes) {
    Set<String> names = new LinkedHashSet<>();
    members.forEach(member -> names.add(member.name().toString()));
    attributes.fields().forEach(field -> names.add("@" + field.name()));
    return names;
  }

  private NodeSchema array(At at) {
    Keys keys = new Keys(at, "an array");
    String text = keys.text("text", "");
    Rule rule = rules.under(keys, "under", CoreRules.MEMBER_KIND);
    ArrayReader reader = new ArrayReader(reading, keys);
    ValueSchema.Obj attributes = attributes(keys);
    List<NodeRule> list = nodeRules.ofArray(keys);
    NodeSchema array =
        new NodeSchema.Array(
            rule,
            attributes,
            reader.dataTypes(),
            reader.dimensions(),
            reader.fillValue(),
            reader.layout(),
            reader.elements(),
            list,
            text);
    keys.finish();
    return array;
  }

  private ValueSchema.Obj attributes(Keys keys) {
    Rule rule = rules.under(keys, "attributes_under", CoreRules.ATTRIBUTE_TYPE);
    List<Field> fields = keys.get("attributes").map(values::fields).orElse(List.of());
    boolean closed = keys.flag("closed_attributes");
    ValueSchema.Obj attributes = new ValueSchema.Obj(rule, fields, !closed, List.of());
    return keys.get("attribute_constraints")
        .map(at -> (ValueSchema.Obj) values.constrained(attributes, at))
        .orElse(attributes);
  }

  private Optional<Member> member(String key, At at) {
    Optional<MemberName> name = at.parsed(Optional.of(key), MemberKey::parse);
    Keys keys = new Keys(at, KINDS);
    Optional<At> presence = keys.get("presence");
    Optional<At> min = keys.get("min");
    Optional<At> max = keys.get("max");
    String text = keys.text("text", "");
    NodeSchema node = node(keys);
    keys.finish();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Presence wanted = presence(name.get(), presence, min, max);
    try {
      return Optional.of(
          new Member(name.get(), node, wanted.rule(), wanted.min(), wanted.max(), text));
    } catch (IllegalArgumentException e) {
      at.refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private record Presence(Optional<Rule> rule, int min, OptionalInt max) {}

  private Presence presence(
      MemberName name, Optional<At> word, Optional<At> min, Optional<At> max) {
    OptionalInt most = max.map(at -> OptionalInt.of(at.count(1))).orElse(OptionalInt.empty());
    if (word.isPresent() && word.get().value() instanceof JsonObject) {
      Keys keys = new Keys(word.get(), "a presence");
      Optional<Rule> rule =
          keys.required("rule", "the rule that is broken by absence, or null")
              .filter(at -> at.value() != JsonNull.NULL)
              .map(at -> rules.reference(at, CoreRules.MEMBER_MISSING));
      keys.finish();
      return new Presence(rule, min.map(at -> at.count(0)).orElse(rule.isPresent() ? 1 : 0), most);
    }
    if (!name.isExact()) {
      int least = min.map(at -> at.count(0)).orElse(0);
      boolean counted = least > 0 || most.isPresent();
      word.ifPresent(at -> at.refuse("members under a pattern of names are counted: write min"));
      return new Presence(
          counted ? Optional.of(CoreRules.MEMBER_COUNT) : Optional.empty(), least, most);
    }
    min.ifPresent(at -> at.refuse("one name is one member at most: write presence"));
    max.ifPresent(at -> at.refuse("one name is one member at most: write presence"));
    OptionalInt one = OptionalInt.of(1);
    return switch (Presences.word(word)) {
      case "required" -> new Presence(Optional.of(CoreRules.MEMBER_MISSING), 1, one);
      case "recommended" -> new Presence(Optional.of(CoreRules.MEMBER_RECOMMENDED), 1, one);
      default -> new Presence(Optional.empty(), 0, one);
    };
  }
}
