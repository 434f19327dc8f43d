package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what an export leaves out. */
final class Omissions {
  private final Set<NotExpressible> list = new LinkedHashSet<>();

  /** Whether a rule can be expressed by its level; else it is noted. */
  boolean expresses(Rule rule, String where) {
    if (rule.level() == Level.MUST) {
      return true;
    }
    add(rule, where, "JSON Schema knows no recommendations");
    return false;
  }

  void add(Rule rule, String where, String why) {
    list.add(new NotExpressible(rule, where, why));
  }

  void addAll(Collection<Rule> rules, String where, String why) {
    rules.forEach(rule -> add(rule, where, why));
  }

  List<NotExpressible> all() {
    return List.copyOf(list);
  }

  JsonArray toJson() {
    List<JsonValue> documents = new ArrayList<>();
    list.forEach(one -> documents.add(one.toJson()));
    return new JsonArray(documents);
  }

  /** The list in words, empty where nothing is left out. */
  String inWords() {
    StringBuilder words = new StringBuilder();
    if (!list.isEmpty()) {
      words.append("\n\nThis schema does not express:");
      list.forEach(one -> words.append("\n- ").append(one));
    }
    return words.toString();
  }
}
