package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.zarr.internal.field.Field;
import java.util.Optional;
import java.util.Set;

/**
 * What stands at an extension point: a name and parameters, from the object form or from a bare
 * name.
 *
 * @param field where it stands
 * @param name the field that holds the name
 * @param parameters the configuration, if there is one
 * @see <a
 *     href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#extension-definition">
 *     Zarr v3, extension definition</a>
 */
record Extension(Field field, Field name, Optional<Field> parameters) {
  private static final Set<String> MEMBERS = Set.of("name", "configuration", "must_understand");

  /** Reads an extension that a reader may not ignore. */
  static Extension read(Field field) {
    Extension extension = readIgnorable(field);
    if (field.value() instanceof JsonObject) {
      Optional<Field> flag = field.optional("must_understand");
      if (flag.isPresent() && !flag.get().truth()) {
        throw flag.get().wrong("true", "nothing can be read without understanding this");
      }
    }
    return extension;
  }

  /** Reads an extension that may say that a reader can ignore it. */
  static Extension readIgnorable(Field field) {
    if (field.value() instanceof JsonString) {
      return checked(new Extension(field, field, Optional.empty()));
    }
    if (!(field.value() instanceof JsonObject)) {
      throw field.wrong("a name or an object with a name");
    }
    field.allowOnly(MEMBERS, "parameters belong into \"configuration\"");
    field.optional("must_understand").ifPresent(Field::truth);
    Optional<Field> parameters = field.optional("configuration");
    parameters.ifPresent(Field::object);
    return checked(new Extension(field, field.required("name"), parameters));
  }

  private static Extension checked(Extension extension) {
    if (extension.id().isEmpty()) {
      throw extension.name.wrong("a name");
    }
    return extension;
  }

  String id() {
    return name.text();
  }

  /** The parameters, empty where there are none. */
  JsonObject configuration() {
    return parameters.map(Field::object).orElse(JsonObject.empty());
  }

  /** The parameters, which have to be there. */
  Field requiredConfiguration() {
    return parameters.orElseThrow(
        () ->
            field.wrong(
                "an object with \"name\" and \"configuration\"",
                "\"" + id() + "\" needs parameters"));
  }
}
