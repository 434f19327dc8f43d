package dev.espalier.model.form;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spells a schema. */
final class SchemaWriter {
  private final Schema schema;
  private final RuleTable rules = new RuleTable();

  SchemaWriter(Schema schema) {
    this.schema = schema;
  }

  JsonObject write() {
    NodeWriter nodes = new NodeWriter(rules);
    JsonObject root = nodes.node(schema.root());
    Map<String, JsonValue> definitions = new LinkedHashMap<>();
    schema.definitions().forEach((name, node) -> definitions.put(name, nodes.node(node)));
    JsonObject.Builder out = JsonObject.builder().put("espalier", 1);
    identity(out);
    JsonObject table = rules.write();
    if (!table.isEmpty()) {
      out.put("rules", table);
    }
    out.put("root", root);
    if (!definitions.isEmpty()) {
      out.put("definitions", new JsonObject(definitions));
    }
    return out.build();
  }

  private void identity(JsonObject.Builder out) {
    Identity identity = schema.identity();
    out.put("name", identity.name()).put("version", identity.version());
    if (!schema.title().isEmpty()) {
      out.put("title", schema.title());
    }
    identity.uuid().ifPresent(uuid -> out.put("uuid", uuid.toString()));
    identity.url().ifPresent(url -> out.put("url", url));
    if (!identity.aliases().isEmpty()) {
      out.put("aliases", JsonArray.ofStrings(identity.aliases()));
    }
    List<JsonValue> probes = new ArrayList<>();
    for (Identity.Probe probe : identity.probes()) {
      JsonObject.Builder one = JsonObject.builder().put("at", probe.attribute().toString());
      probe.value().ifPresent(value -> one.put("value", value));
      probes.add(one.build());
    }
    if (!probes.isEmpty()) {
      out.put("probes", new JsonArray(probes));
    }
  }
}
