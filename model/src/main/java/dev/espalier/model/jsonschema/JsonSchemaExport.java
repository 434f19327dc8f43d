package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.HashSet;
import java.util.Set;

/**
 * Says declarations in JSON Schema of draft 2020-12.
 *
 * <p>Rules of level MUST that JSON Schema can express are in the result, with a definition below
 * {@code $defs} for each node; the others are listed in it, each with a reason. The names of
 * definitions follow from the declaration and stay as long as it does.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class JsonSchemaExport {
  private static final String ONE_NODE = "it is about members, and a document tells of one node";

  private final Schema schema;
  private final Omissions omissions = new Omissions();

  private JsonSchemaExport(Schema schema) {
    this.schema = schema;
  }

  /** The schema of the {@code zarr.json}, in Zarr v3, of a node that follows a convention. */
  public static Export metadata(Schema schema) {
    return metadata(schema, schema.root(), "/");
  }

  /**
   * The schema of the {@code zarr.json}, in Zarr v3, of a node that fits a definition.
   *
   * @param definition the name of the definition
   */
  public static Export metadata(Schema schema, String definition) {
    return metadata(schema, new NodeSchema.Reference(definition), definition);
  }

  /**
   * The schema of the attributes of a node that follows a convention, for formats that keep them
   * apart, such as Zarr v2. Rules about anything else are neither in it nor listed.
   */
  public static Export attributes(Schema schema) {
    JsonSchemaExport export = new JsonSchemaExport(schema);
    NodeDocuments documents = export.documents(DocumentForm.FLAT);
    JsonObject reference = documents.attributes(schema.root(), "/");
    return export.finish("Attributes of a node", reference, documents);
  }

  /**
   * The schema of a whole hierarchy in its flat form: an object with the document of each node
   * under its path, as {@code espalier inspect --json} prints it in {@code nodes}.
   */
  public static Export tree(Schema schema) {
    JsonSchemaExport export = new JsonSchemaExport(schema);
    NodeDocuments documents = export.documents(DocumentForm.FLAT);
    JsonObject root = new TreeExport(schema, export.omissions, documents).root();
    export.vacuity();
    return export.finish("A hierarchy in its flat form", root, documents);
  }

  /**
   * The keywords for a value on its own, without a title and without definitions; a schema of such
   * values names none.
   */
  public static Export value(ValueSchema schema) {
    Omissions omissions = new Omissions();
    JsonObject keywords = new ValueExport(omissions).of(schema, "");
    return new Export(keywords, omissions.all());
  }

  private static Export metadata(Schema schema, NodeSchema node, String where) {
    JsonSchemaExport export = new JsonSchemaExport(schema);
    NodeDocuments documents = export.documents(DocumentForm.ZARR_JSON);
    JsonObject reference = documents.document(node, where);
    export.members(node, where, new HashSet<>());
    export.vacuity();
    return export.finish("The zarr.json of a node", reference, documents);
  }

  /** Notes that JSON Schema is content with data of which nothing is declared. */
  private void vacuity() {
    if (mayBeEmpty(schema.root(), new HashSet<>())) {
      omissions.add(
          CoreRules.SCHEMA_MATCHED, "/", "it needs something of what is declared, whatever it is");
    }
  }

  /** A choice that is an alternative of itself is its other alternatives. */
  private boolean mayBeEmpty(NodeSchema node, Set<String> followed) {
    if (node instanceof NodeSchema.Choice choice) {
      return choice.alternatives().values().stream().anyMatch(one -> mayBeEmpty(one, followed));
    }
    if (node instanceof NodeSchema.Group group) {
      return !ValueExport.isDemanded(group.attributes())
          && group.members().stream().noneMatch(Member::isRequired);
    }
    if (node instanceof NodeSchema.Reference reference) {
      return followed.add(reference.definition()) && mayBeEmpty(schema.resolve(node), followed);
    }
    return !ValueExport.isDemanded(((NodeSchema.Array) node).attributes());
  }

  private NodeDocuments documents(DocumentForm form) {
    return new NodeDocuments(schema, form, omissions);
  }

  /** Notes what a declaration says about the members of the node. */
  private void members(NodeSchema node, String where, Set<String> followed) {
    if (node instanceof NodeSchema.Reference reference) {
      if (followed.add(reference.definition())) {
        members(schema.resolve(node), reference.definition(), followed);
      }
    } else if (node instanceof NodeSchema.Choice choice) {
      choice
          .alternatives()
          .forEach((name, one) -> members(one, NodeDocuments.alternative(where, name), followed));
    } else if (node instanceof NodeSchema.Group group) {
      for (Member member : group.members()) {
        String place = where + (where.endsWith("/") ? "" : "/") + member.name();
        member.presence().ifPresent(rule -> omissions.add(rule, place, ONE_NODE));
      }
      if (!group.open()) {
        omissions.add(CoreRules.MEMBER_UNDECLARED, where, ONE_NODE);
      }
      for (NodeRule rule : group.rules()) {
        if (PresenceRules.isAboutMembers(rule) && !NodeDocuments.isAboutAttributes(rule)) {
          omissions.addAll(rule.rules(), where, ONE_NODE);
        }
      }
    }
  }

  private Export finish(String what, JsonObject root, NodeDocuments documents) {
    String title = schema.title().isEmpty() ? schema.identity().toString() : schema.title();
    JsonObject.Builder document =
        JsonObject.builder()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", title)
            .put(
                "description",
                what + " that follows " + schema.identity() + "." + omissions.inWords())
            .put("x-espalier-convention", JsonValue.of(schema.identity().toString()))
            .putAll(root);
    if (!documents.definitions().isEmpty()) {
      document.put("$defs", documents.definitions());
    }
    document.put("x-espalier-not-expressed", omissions.toJson());
    return new Export(document.build(), omissions.all());
  }
}
