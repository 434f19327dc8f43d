package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spells what nodes have to be. */
final class NodeWriter {
  private final RuleTable rules;
  private final ValueWriter values;

  NodeWriter(RuleTable rules) {
    this.rules = rules;
    this.values = new ValueWriter(rules);
  }

  JsonObject node(NodeSchema schema) {
    if (schema instanceof NodeSchema.Group group) {
      return JsonObject.of("group", group(group));
    }
    if (schema instanceof NodeSchema.Array array) {
      return JsonObject.of("array", array(array));
    }
    if (schema instanceof NodeSchema.Choice choice) {
      return JsonObject.of("choice", choice(choice));
    }
    String definition = ((NodeSchema.Reference) schema).definition();
    return JsonObject.of("reference", JsonValue.of(definition));
  }

  private JsonObject choice(NodeSchema.Choice choice) {
    JsonObject.Builder out = JsonObject.builder();
    start(out, choice.text(), choice.rule(), CoreRules.CHOICE);
    JsonObject.Builder alternatives = JsonObject.builder();
    choice.alternatives().forEach((name, one) -> alternatives.put(name, node(one)));
    return out.put("alternatives", alternatives.build()).build();
  }

  private JsonObject group(NodeSchema.Group group) {
    JsonObject.Builder out = JsonObject.builder();
    start(out, group.text(), group.rule(), CoreRules.MEMBER_KIND);
    if (!group.dimensions().isEmpty()) {
      out.put("dimensions", JsonArray.ofStrings(group.dimensions()));
    }
    attributes(out, group.attributes());
    Map<String, JsonValue> members = new LinkedHashMap<>();
    group.members().forEach(member -> members.put(MemberKey.of(member.name()), member(member)));
    if (!members.isEmpty()) {
      out.put("members", new JsonObject(members));
    }
    if (!group.open()) {
      out.put("closed", true);
    }
    rules(out, group.rules());
    return out.build();
  }

  private JsonObject array(NodeSchema.Array array) {
    JsonObject.Builder out = JsonObject.builder();
    start(out, array.text(), array.rule(), CoreRules.MEMBER_KIND);
    new ArrayWriter(rules).write(array, out);
    attributes(out, array.attributes());
    rules(out, array.rules());
    return out.build();
  }

  private void start(JsonObject.Builder out, String text, Rule rule, Rule usual) {
    if (!text.isEmpty()) {
      out.put("text", text);
    }
    if (!rule.equals(usual)) {
      out.put("under", rules.reference(rule));
    }
  }

  private void attributes(JsonObject.Builder out, ValueSchema.Obj attributes) {
    if (!attributes.rule().equals(CoreRules.ATTRIBUTE_TYPE)) {
      out.put("attributes_under", rules.reference(attributes.rule()));
    }
    if (!attributes.fields().isEmpty()) {
      out.put("attributes", values.fields(attributes.fields()));
    }
    if (!attributes.open()) {
      out.put("closed_attributes", true);
    }
    if (!attributes.constraints().isEmpty()) {
      out.put("attribute_constraints", values.constraints(attributes.constraints()));
    }
  }

  private JsonObject member(Member member) {
    JsonObject.Builder out = JsonObject.builder().putAll(node(member.node()));
    Member required = Member.required("a", member.node());
    boolean single = member.name().isExact() && member.max().equals(required.max());
    if (single && isDemanded(member, 1, CoreRules.MEMBER_MISSING)) {
      return text(out, member);
    }
    if (single && isDemanded(member, 1, CoreRules.MEMBER_RECOMMENDED)) {
      return text(out.put("presence", "recommended"), member);
    }
    if (single && member.min() == 0 && member.presence().isEmpty()) {
      return text(out.put("presence", "optional"), member);
    }
    boolean counted = !member.name().isExact() && member.max().isEmpty();
    if (counted && member.min() == 0 && member.presence().isEmpty()) {
      return text(out, member);
    }
    if (counted && isDemanded(member, member.min(), CoreRules.MEMBER_COUNT) && member.min() > 0) {
      return text(out.put("min", member.min()), member);
    }
    JsonValue rule = member.presence().map(rules::reference).orElse(JsonNull.NULL);
    out.put("presence", JsonObject.of("rule", rule)).put("min", member.min());
    member.max().ifPresent(max -> out.put("max", max));
    return text(out, member);
  }

  private static boolean isDemanded(Member member, int min, Rule rule) {
    return member.min() == min && member.presence().filter(rule::equals).isPresent();
  }

  private static JsonObject text(JsonObject.Builder out, Member member) {
    return member.text().isEmpty() ? out.build() : out.put("text", member.text()).build();
  }

  private void rules(JsonObject.Builder out, List<NodeRule> list) {
    if (!list.isEmpty()) {
      out.put("rules", new JsonArray(list.stream().<JsonValue>map(this::rule).toList()));
    }
  }

  private JsonObject rule(NodeRule rule) {
    JsonObject.Builder out = JsonObject.builder();
    Rule usual = CoreRules.GROUP_DATA_TYPE;
    if (rule instanceof NodeRule.SameDataType same) {
      out.put("same_data_type", JsonArray.ofStrings(same.members()));
    } else if (rule instanceof NodeRule.SomeOf some) {
      usual = CoreRules.GROUP_ALTERNATIVES;
      out.put("some_of", JsonArray.ofStrings(some.names()));
      if (some.min() != 1) {
        out.put("min", some.min());
      }
      if (some.max() != Math.max(1, some.names().size())) {
        out.put("max", some.max());
      }
    } else if (rule instanceof NodeRule.Requires requires) {
      usual = CoreRules.GROUP_REQUIRES;
      out.put("given", requires.given()).put("needs", JsonArray.ofStrings(requires.needed()));
    } else if (rule instanceof NodeRule.DimensionNamesAgree) {
      usual = CoreRules.GROUP_DIMENSION_NAMES;
      out.put("dimension_names_agree", true);
    } else {
      return JsonObject.of(
          "code", new JsonArray(rule.rules().stream().map(rules::reference).toList()));
    }
    Rule own = rule.rules().get(0);
    return own.equals(usual) ? out.build() : out.put("under", rules.reference(own)).build();
  }
}
