package dev.espalier.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks documents against a JSON Schema of draft 2020-12, without ever asking a network or a file
 * system: a schema can refer to itself, to its companions and to the published meta-schemas.
 *
 * <p>Safe for use by several threads at once.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 */
public final class JsonSchemaChecker {
  private static final Pattern DRAFTS = Pattern.compile("https?://json-schema\\.org/draft.*");

  private final Schema schema;

  private JsonSchemaChecker(Schema schema) {
    this.schema = schema;
  }

  /**
   * Takes a schema that refers to nothing but itself.
   *
   * @throws IllegalArgumentException if it is no schema, or refers to something else
   */
  public static JsonSchemaChecker of(JsonObject schema) {
    return of(schema, List.of());
  }

  /**
   * Takes a schema that may refer to companions.
   *
   * @param companions schemas that can be referred to by their {@code $id}
   * @throws IllegalArgumentException if it is no schema, or refers to something else
   */
  public static JsonSchemaChecker of(JsonObject schema, Collection<JsonObject> companions) {
    return compile(registry -> registry.getSchema(JacksonTree.of(schema)), companions);
  }

  /** Checks documents that are themselves schemas of draft 2020-12. */
  public static JsonSchemaChecker ofSchemas() {
    String id = SpecificationVersion.DRAFT_2020_12.getDialectId();
    return compile(registry -> registry.getSchema(SchemaLocation.of(id)), List.of());
  }

  /** Every place at which a document does not have the form that the schema demands. */
  public List<SchemaViolation> check(JsonValue document) {
    return schema.validate(JacksonTree.of(document)).stream()
        .map(JsonSchemaChecker::violation)
        .toList();
  }

  private interface Source {
    Schema from(SchemaRegistry registry);
  }

  private static JsonSchemaChecker compile(Source source, Collection<JsonObject> companions) {
    try {
      Schema schema = source.from(registry(companions));
      // References are looked up now, so that no check fails later.
      schema.initializeValidators();
      return new JsonSchemaChecker(schema);
    } catch (SchemaException e) {
      throw new IllegalArgumentException("cannot use the JSON Schema: " + e.getMessage(), e);
    }
  }

  private static SchemaRegistry registry(Collection<JsonObject> companions) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonObject companion : companions) {
      if (!(companion.get("$id").orElse(companion) instanceof JsonString id)) {
        throw new IllegalArgumentException("a companion schema has no \"$id\" to be found by");
      }
      texts.put(id.value(), JsonWriter.compact(companion));
    }
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemas(texts)
                .schemaLoader(
                    loader ->
                        loader.allow(
                            iri ->
                                texts.containsKey(iri.toString())
                                    || DRAFTS.matcher(iri.toString()).matches()))
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
  }

  private static SchemaViolation violation(Error error) {
    NodePath path = error.getInstanceLocation();
    List<String> tokens = new ArrayList<>(path.getNameCount());
    for (int i = 0; i < path.getNameCount(); i++) {
      tokens.add(String.valueOf(path.getElement(i)));
    }
    return new SchemaViolation(new JsonPointer(tokens), error.getKeyword(), error.getMessage());
  }
}
