package dev.espalier.model.document;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The attributes of a node in a table; what is inside of them has lines of its own. */
final class AttributeTable {
  private static final List<String> HEAD =
      List.of("attribute", "type", "presence", "default", "meaning");

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> rules = new LinkedHashSet<>();

  private AttributeTable() {}

  static void add(ValueSchema.Obj attributes, Markdown page) {
    AttributeTable table = new AttributeTable();
    table.fields(attributes.fields(), "", "");
    table.coded(attributes, "");
    if (!table.rows.isEmpty()) {
      page.paragraph("**Attributes**").table(HEAD, table.rows);
    }
    if (!attributes.open()) {
      page.paragraph("No other attributes.");
    }
    page.list(List.copyOf(table.rules));
  }

  private void fields(List<Field> fields, String prefix, String when) {
    for (Field field : fields) {
      String name = prefix + field.name();
      rows.add(
          List.of(
              Markdown.code(name),
              Markdown.escape(ValueWords.describeWhole(field.value())),
              presence(field) + when,
              field.absent().map(value -> Markdown.code(value.toString())).orElse(""),
              Markdown.escape(field.text())));
      inside(field.value(), name);
    }
  }

  private void inside(ValueSchema schema, String name) {
    if (schema instanceof ValueSchema.Obj object) {
      fields(object.fields(), name + ".", "");
    } else if (schema instanceof ValueSchema.ListOf list) {
      inside(list.element(), name + "[]");
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        inside(tuple.elements().get(i), name + "[" + i + "]");
      }
    } else if (schema instanceof ValueSchema.MapOf map) {
      inside(map.value(), name + ".*");
    } else if (schema instanceof ValueSchema.Union union) {
      union.alternatives().forEach(one -> inside(one, name));
    } else if (schema instanceof ValueChoice choice) {
      fields(List.of(choice.decisive()), name + ".", "");
      choice
          .cases()
          .forEach(
              (text, object) ->
                  fields(object.fields(), name + ".", when(choice, Markdown.code(text))));
      choice
          .otherwise()
          .ifPresent(object -> fields(object.fields(), name + ".", when(choice, "anything else")));
    }
    coded(schema, name);
  }

  private static String when(ValueChoice choice, String text) {
    return ", where " + Markdown.code(choice.by().name()) + " is " + text;
  }

  private static String presence(Field field) {
    if (field.presence().isEmpty()) {
      return "optional";
    }
    Rule rule = field.presence().get();
    String word = rule.level() == Level.MUST ? "required" : "recommended";
    return Markdown.link(word, RuleWords.anchor(rule));
  }

  private void coded(ValueSchema schema, String name) {
    for (Constraint constraint : schema.constraints()) {
      if (constraint instanceof Constraint.Coded coded) {
        String place = name.isEmpty() ? "" : Markdown.code(name) + ": ";
        RuleWords.of(coded).forEach(text -> rules.add(place + text));
      }
    }
  }
}
