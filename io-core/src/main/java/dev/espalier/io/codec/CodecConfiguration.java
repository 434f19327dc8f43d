package dev.espalier.io.codec;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a codec on their way from a document to a factory: checked against what the
 * codec declares, and completed with the values that it declares for what is left out. Immutable.
 */
public final class CodecConfiguration {
  private final String codec;
  private final List<Field> declared;
  private final JsonObject members;
  private final int elementSize;

  private CodecConfiguration(
      String codec, List<Field> declared, JsonObject members, int elementSize) {
    this.codec = codec;
    this.declared = declared;
    this.members = members;
    this.elementSize = elementSize;
  }

  /**
   * Checks what a document says of a codec.
   *
   * @param declaration what may be said
   * @param spec the name by which the document calls the codec, and the parameters
   * @param elementSize see {@link #elementSize}
   * @throws IllegalArgumentException if a parameter is missing, wrong or unknown; the message names
   *     codec, parameter and what was expected
   */
  public static CodecConfiguration of(
      CodecDeclaration declaration, CodecSpec spec, int elementSize) {
    JsonObject members = spec.configuration();
    List<Field> fields = new ArrayList<>();
    ValueSchema.Obj object;
    if (declaration.parameters() instanceof ValueChoice choice) {
      Field decisive = choice.decisive();
      fields.add(decisive);
      check(spec, decisive);
      object =
          ParameterCheck.caseOf(choice, members).orElseGet(() -> Parameter.object(new Field[0]));
    } else {
      object = (ValueSchema.Obj) declaration.parameters();
    }
    object.fields().forEach(field -> check(spec, field));
    fields.addAll(object.fields());
    if (!object.open()) {
      refuseOthers(spec, fields);
    }
    return new CodecConfiguration(spec.name(), List.copyOf(fields), members, elementSize);
  }

  /** The name by which the document calls the codec. */
  public String codec() {
    return codec;
  }

  /**
   * Bytes of an element of the array that is encoded; 1 where elements differ in size. A codec from
   * bytes to bytes may work on units of that size where its configuration does not say another.
   */
  public int elementSize() {
    return elementSize;
  }

  /** A parameter as it is, or as declared for where it is left out; null counts as left out. */
  public Optional<JsonValue> member(String name) {
    Field field =
        declared.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "codec \"" + codec + "\" declares no parameter \"" + name + "\""));
    return members.get(name).filter(value -> value != JsonNull.NULL).or(field::absent);
  }

  /** Whether a parameter has a value, its own or one that is declared for where it is left out. */
  public boolean has(String name) {
    return member(name).isPresent();
  }

  /** An integer, which has to be there or to be declared for where it is left out. */
  public long integer(String name) {
    return exact(name, present(name));
  }

  /** A truth value, {@code false} where it is left out and nothing else is declared. */
  public boolean flag(String name) {
    return member(name).filter(JsonValue.of(true)::equals).isPresent();
  }

  /** A text, which has to be there or to be declared for where it is left out. */
  public String text(String name) {
    return ((JsonString) present(name)).value();
  }

  /** A list of integers, which has to be there or to be declared for where it is left out. */
  public long[] integers(String name) {
    return ((JsonArray) present(name))
        .elements().stream().mapToLong(element -> exact(name, element)).toArray();
  }

  /** The failure for a parameter with a value that the declaration allows and the codec cannot. */
  public IllegalArgumentException wrong(String name, String expected) {
    return member(name)
        .map(found -> wrong(codec, name, found, expected))
        .orElseGet(() -> missing(codec, name, expected));
  }

  private long exact(String name, JsonValue integer) {
    return ((JsonNumber) integer)
        .asLong()
        .orElseThrow(() -> wrong(name, "integers that 64 bits can hold"));
  }

  private JsonValue present(String name) {
    return member(name)
        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" was left out"));
  }

  private static void check(CodecSpec spec, Field field) {
    Optional<JsonValue> value = spec.configuration().get(field.name());
    String expected =
        field.value() instanceof ValueSchema.ListOf list
            ? ValueWords.describeWhole(list)
            : ValueWords.describe(field.value());
    if (value.isEmpty()) {
      if (field.presence().isPresent()) {
        throw missing(spec.name(), field.name(), expected);
      }
    } else if (!ParameterCheck.fits(field.value(), value.get())) {
      throw firstMisfit(field.value(), value.get())
          .map(element -> misfit(spec.name(), field, element))
          .orElseGet(() -> wrong(spec.name(), field.name(), value.get(), expected));
    }
  }

  /** Of a list that is no worse than one of its elements, that element. */
  private static Optional<JsonValue> firstMisfit(ValueSchema schema, JsonValue value) {
    return schema instanceof ValueSchema.ListOf list && value instanceof JsonArray array
        ? array.elements().stream()
            .filter(element -> !ParameterCheck.fits(list.element(), element))
            .findFirst()
        : Optional.empty();
  }

  private static IllegalArgumentException misfit(String codec, Field field, JsonValue element) {
    return new IllegalArgumentException(
        "codec \""
            + codec
            + "\": \""
            + field.name()
            + "\" holds "
            + ValueWords.show(element)
            + "; expected "
            + ValueWords.describe(((ValueSchema.ListOf) field.value()).element()));
  }

  /** Others would change what the bytes mean, or were misspelled. */
  private static void refuseOthers(CodecSpec spec, List<Field> fields) {
    List<String> known = fields.stream().map(Field::name).sorted().toList();
    for (String name : spec.configuration().members().keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "codec \""
                + spec.name()
                + "\" has no parameter \""
                + name
                + "\"; it takes "
                + (known.isEmpty() ? "none" : JsonArray.ofStrings(known)));
      }
    }
  }

  private static IllegalArgumentException missing(String codec, String name, String expected) {
    return new IllegalArgumentException(
        "codec \"" + codec + "\" lacks \"" + name + "\"; expected " + expected);
  }

  private static IllegalArgumentException wrong(
      String codec, String name, JsonValue found, String expected) {
    return new IllegalArgumentException(
        "codec \""
            + codec
            + "\": \""
            + name
            + "\" is "
            + ValueWords.show(found)
            + "; expected "
            + expected);
  }
}
