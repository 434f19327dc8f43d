package dev.espalier.io.codec;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/**
 * What a codec says of itself: its name, what it does, and its parameters. From the parameters
 * follow the check of every configuration and the JSON Schema, so that the two agree.
 *
 * @param name the name by which documents call the codec, such as {@code zstd}
 * @param aliases other names of the same codec, with the same parameters
 * @param description what the codec does, in one sentence
 * @param parameters an object of the parameters, or a choice between such objects; made with {@link
 *     Parameter}
 */
public record CodecDeclaration(
    String name, List<String> aliases, String description, ValueSchema parameters) {
  /** Copies the list, and checks that the parameters are members of an object. */
  public CodecDeclaration {
    aliases = List.copyOf(aliases);
    if (!(parameters instanceof ValueSchema.Obj) && !(parameters instanceof ValueChoice)) {
      throw new IllegalArgumentException(
          "the parameters of codec \"" + name + "\" are no object; declare one");
    }
  }

  /** A codec that takes these parameters and no others. */
  public static CodecDeclaration of(String name, String description, Field... parameters) {
    return new CodecDeclaration(name, List.of(), description, Parameter.object(parameters));
  }

  /** A codec whose parameters depend on one of them. */
  public static CodecDeclaration of(String name, String description, ValueChoice parameters) {
    return new CodecDeclaration(name, List.of(), description, parameters);
  }

  /** This codec, known by other names too. */
  public CodecDeclaration alsoCalled(String... names) {
    return new CodecDeclaration(name, List.of(names), description, parameters);
  }

  /**
   * This codec, for which members that nobody declared are ignored: those that other writers add to
   * it cannot change what the bytes mean.
   */
  public CodecDeclaration ignoringOthers() {
    if (parameters instanceof ValueSchema.Obj object) {
      ValueSchema open = new ValueSchema.Obj(object.rule(), object.fields(), true, List.of());
      return new CodecDeclaration(name, aliases, description, open);
    }
    throw new IllegalArgumentException("a choice of parameters says for each case what it takes");
  }

  /** The JSON Schema, of draft 2020-12, of the configuration. */
  public JsonObject jsonSchema() {
    return JsonObject.builder()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", name)
        .put("description", description)
        .putAll(JsonSchemaExport.value(parameters).schema())
        .build();
  }
}
