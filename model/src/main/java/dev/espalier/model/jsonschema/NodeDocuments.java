package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The definitions of an export: what the document of each node has to be, and its attributes. */
final class NodeDocuments {
  private final Schema schema;
  private final DocumentForm form;
  private final Omissions omissions;
  private final ValueExport values;
  private final DefinitionNames names;
  private final Map<String, JsonObject> definitions = new LinkedHashMap<>();

  /** Definitions that are being made, each for the one before it; none of them is of a member. */
  private final Set<String> open = new LinkedHashSet<>();

  private final Set<String> circular = new HashSet<>();

  NodeDocuments(Schema schema, DocumentForm form, Omissions omissions) {
    this.schema = schema;
    this.form = form;
    this.omissions = omissions;
    this.values = new ValueExport(omissions);
    this.names = new DefinitionNames(schema.definitions().keySet());
  }

  JsonObject definitions() {
    return new JsonObject(new LinkedHashMap<>(definitions));
  }

  /** A reference to the definition of the document of a node that is declared somewhere. */
  JsonObject document(NodeSchema node, String where) {
    if (node instanceof NodeSchema.Reference reference) {
      return document(schema.resolve(reference), reference.definition());
    }
    return define(names.of(where), node, where, () -> described(node, documentOf(node, where)));
  }

  /**
   * A reference to a definition, which is made where it is new. A choice that is an alternative of
   * itself would send whoever checks a document round for ever, and is left out.
   */
  private JsonObject define(
      String name, NodeSchema node, String where, Supplier<JsonObject> definition) {
    if (open.contains(name)) {
      List<String> way = List.copyOf(open);
      circular.addAll(way.subList(way.indexOf(name), way.size()));
    } else if (!definitions.containsKey(name)) {
      definitions.put(name, JsonObject.empty()); // keeps its place before what it refers to
      open.add(name);
      JsonObject made = definition.get();
      open.remove(name);
      if (circular.contains(name) && node instanceof NodeSchema.Choice choice) {
        omissions.add(choice.rule(), where, "it is an alternative of itself");
      } else {
        definitions.put(name, made);
      }
    }
    return reference(name);
  }

  /** A reference to the definition of the attributes of a node. */
  JsonObject attributes(NodeSchema node, String where) {
    if (node instanceof NodeSchema.Reference reference) {
      return attributes(schema.resolve(reference), reference.definition());
    }
    return define(names.attributesOf(where), node, where, () -> attributesSchema(node, where));
  }

  private JsonObject attributesSchema(NodeSchema node, String where) {
    if (node instanceof NodeSchema.Choice choice) {
      List<JsonObject> alternatives = new ArrayList<>();
      choice
          .alternatives()
          .forEach((name, one) -> alternatives.add(attributes(one, alternative(where, name))));
      return Keywords.of("anyOf", alternatives);
    }
    Keywords out = new Keywords().add(values.of(attributesOf(node), where + "@"));
    attributeRules(rulesOf(node), where).forEach(out::also);
    return out.build();
  }

  /** The place of an alternative of a choice. */
  static String alternative(String where, String name) {
    return where + (where.endsWith("/") ? "" : " ") + "(" + name + ")";
  }

  private static JsonObject reference(String name) {
    return JsonObject.of("$ref", JsonValue.of("#/$defs/" + name));
  }

  private static JsonObject described(NodeSchema node, JsonObject document) {
    if (node.text().isEmpty()) {
      return document;
    }
    JsonObject.Builder out = JsonObject.builder().put("description", node.text());
    return out.putAll(document).build();
  }

  private JsonObject documentOf(NodeSchema node, String where) {
    if (node instanceof NodeSchema.Choice choice) {
      List<JsonObject> alternatives = new ArrayList<>();
      choice
          .alternatives()
          .forEach((name, one) -> alternatives.add(document(one, alternative(where, name))));
      JsonObject any = Keywords.of("anyOf", alternatives);
      return omissions.expresses(choice.rule(), where) ? any : JsonObject.empty();
    }
    boolean isGroup = node instanceof NodeSchema.Group;
    Rule rule = isGroup ? ((NodeSchema.Group) node).rule() : ((NodeSchema.Array) node).rule();
    JsonObject kind = isKind(isGroup ? "group" : "array");
    JsonObject body = body(node, where);
    return omissions.expresses(rule, where)
        ? new Keywords().add(kind).add(body).build()
        : Keywords.when(kind, body);
  }

  /** The condition that a document is that of a group or an array. */
  private JsonObject isKind(String nodeType) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    if (form == DocumentForm.ZARR_JSON) {
      properties.put("zarr_format", JsonObject.of("const", JsonValue.of(3)));
      required.add("zarr_format");
    }
    properties.put("node_type", JsonObject.of("const", JsonValue.of(nodeType)));
    required.add("node_type");
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", properties.build())
        .put("required", JsonArray.ofStrings(required))
        .build();
  }

  private JsonObject body(NodeSchema node, String where) {
    Keywords out = new Keywords();
    if (saysSomethingAboutAttributes(node)) {
      JsonObject attributes = attributes(node, where);
      out.add(
          isDemanded(node)
              ? Keywords.requiredMember("attributes", attributes)
              : Keywords.member("attributes", attributes));
    }
    if (node instanceof NodeSchema.Array array) {
      out.add(ArrayDocument.of(omissions, array, form, where));
    }
    for (NodeRule rule : rulesOf(node)) {
      if (rule instanceof NodeRule.Coded coded) {
        omissions.addAll(coded.rules(), where, "only code can check it");
      } else if (!isAboutAttributes(rule) && !PresenceRules.isAboutMembers(rule)) {
        omissions.addAll(rule.rules(), where, "it compares arrays with each other");
      }
    }
    return out.build();
  }

  private static boolean saysSomethingAboutAttributes(NodeSchema node) {
    ValueSchema.Obj object = attributesOf(node);
    return !object.fields().isEmpty()
        || !object.open()
        || !object.constraints().isEmpty()
        || rulesOf(node).stream().anyMatch(NodeDocuments::isAboutAttributes);
  }

  private static ValueSchema.Obj attributesOf(NodeSchema node) {
    return node instanceof NodeSchema.Group group
        ? group.attributes()
        : ((NodeSchema.Array) node).attributes();
  }

  private static boolean isDemanded(NodeSchema node) {
    return ValueExport.isDemanded(attributesOf(node))
        || rulesOf(node).stream()
            .anyMatch(
                rule ->
                    rule instanceof NodeRule.SomeOf some
                        && some.min() > 0
                        && some.rule().level() == Level.MUST
                        && isAboutAttributes(rule));
  }

  private List<JsonObject> attributeRules(List<NodeRule> rules, String where) {
    List<JsonObject> out = new ArrayList<>();
    for (NodeRule rule : rules) {
      if (isAboutAttributes(rule)) {
        PresenceRules.of(omissions, rule, where, name -> Keywords.required(name.substring(1)))
            .ifPresent(out::add);
      }
    }
    return out;
  }

  static boolean isAboutAttributes(NodeRule rule) {
    return PresenceRules.isAboutMembers(rule)
        && PresenceRules.names(rule).stream().allMatch(name -> name.startsWith("@"));
  }

  private static List<NodeRule> rulesOf(NodeSchema node) {
    return node instanceof NodeSchema.Group group
        ? group.rules()
        : ((NodeSchema.Array) node).rules();
  }
}
