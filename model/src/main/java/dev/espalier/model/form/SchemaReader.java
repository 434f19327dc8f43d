package dev.espalier.model.form;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a schema. */
final class SchemaReader {
  private static final JsonValue EDITION = new JsonNumber("1");

  private final CodeBinding code;
  private final Mistakes mistakes = new Mistakes();

  SchemaReader(CodeBinding code) {
    this.code = code;
  }

  Schema read(JsonObject form) {
    Keys keys = new Keys(new At(mistakes, JsonPointer.root(), form), "a schema");
    keys.required("espalier", "1")
        .filter(at -> !at.value().equals(EDITION))
        .ifPresent(at -> at.refuse("this edition of the form is not known; 1 is"));
    Identity identity = identity(keys);
    String title = keys.text("title", "");
    RuleReader rules = new RuleReader(keys.get("rules"));
    Uses uses = new Uses();
    NodeReader nodes = new NodeReader(new Reading(rules, code, uses, new Budget()));
    Optional<NodeSchema> root =
        keys.required("root", "what a node that follows the convention is").map(nodes::node);
    Map<String, At> places =
        keys.get("definitions").map(at -> at.entries("an object of definitions")).orElse(Map.of());
    Map<String, NodeSchema> definitions = new LinkedHashMap<>();
    places.forEach((name, one) -> definitions.put(name, nodes.node(one)));
    keys.finish();
    uses.check(places);
    NodeSchema whole = root.orElseGet(SchemaReader::anything);
    if (mistakes.isEmpty()) {
      rules.finish();
      Schema.mistakes(whole, definitions).forEach(m -> uses.refuse(m, keys.at(), places));
    }
    if (!mistakes.isEmpty()) {
      throw mistakes.exception();
    }
    return new Schema(identity, title, whole, definitions);
  }

  /** Stands where there was a mistake; nobody gets to see it. */
  static NodeSchema anything() {
    ValueSchema.Obj any = ValueSchema.object(CoreRules.ATTRIBUTE_TYPE);
    return new NodeSchema.Group(
        CoreRules.MEMBER_KIND, any, List.of(), true, List.of(), List.of(), "");
  }

  private static Identity identity(Keys keys) {
    String name = word(keys.required("name", "the convention"), "a name");
    String version = word(keys.required("version", "the version"), "a version");
    Optional<UUID> uuid =
        keys.get("uuid").flatMap(at -> at.parsed(at.text("a UUID"), UUID::fromString));
    Optional<String> url = keys.get("url").flatMap(at -> at.text("a URL"));
    List<String> aliases = keys.get("aliases").map(at -> at.texts("a URL")).orElse(List.of());
    List<Identity.Probe> probes = new ArrayList<>();
    keys.get("probes")
        .ifPresent(at -> at.elements("a list of probes").forEach(p -> probes.add(probe(p))));
    return new Identity(name, version, uuid, url, aliases, probes);
  }

  private static String word(Optional<At> at, String expected) {
    Optional<String> text = at.flatMap(a -> a.text(expected));
    if (text.filter(String::isBlank).isPresent()) {
      at.ifPresent(a -> a.mistakes().wrong(a, expected));
    }
    return text.orElse("");
  }

  private static Identity.Probe probe(At at) {
    Keys keys = new Keys(at, "a probe");
    Optional<JsonPointer> pointer =
        keys.required("at", "a place in the attributes, such as /ome/version")
            .flatMap(a -> a.parsed(a.text("a JSON pointer"), JsonPointer::parse));
    Optional<JsonValue> value = keys.get("value").map(At::value);
    keys.finish();
    return new Identity.Probe(pointer.orElse(JsonPointer.root()), value);
  }
}
