package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of a codec accepts what the codec accepts, and nothing else. */
class CodecSchemasTest {
  /** Values that are right for some parameter and wrong for others. */
  private static final JsonArray VALUES =
      (JsonArray)
          JsonReader.parse(
              """
              [null, true, false, -131073, -131072, -2, -1, 0, 1, 2, 3, 4, 9, 10, 22, 23, 255, 256,
               2147483647, 2147483648, 2147483657, 2147483658, 4294967295, 4294967296, 0.5,
               "", "start", "end", "middle", "little", "lz4", "snappy", "noshuffle", "bitshuffle",
               "uint8", "<i4", "nearest-even", "clamp", "first_byte", [], [0], [1], [0, 1], [1, 1],
               [-1], ["bytes"], [7], {}, [{}], [{"name": "bytes"}], [{"name": 7}],
               [{"name": "bytes", "configuration": {"endian": "little"}, "must_understand": false}],
               [{"id": 33}], [{"id": 33, "preset": 10}], [{"id": 2}], [{"id": 33, "more": 1}],
               [{"id": 3, "dist": 4}, {"id": 4611686018427387905}], {"encode": [[0, 1]]}]
              """);

  static Stream<ListedCodec> codecs() {
    return Pipelines.CODECS.list().stream();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void theSchemaAgreesWithTheCodec(ListedCodec codec) {
    CodecDeclaration declaration = codec.declaration();
    JsonSchemaChecker checker = JsonSchemaChecker.of(declaration.jsonSchema());
    int accepted = 0;
    for (JsonObject configuration : configurations(declaration)) {
      Optional<String> refusal = refusal(declaration, configuration);

      assertThat(checker.check(configuration).isEmpty())
          .as("%s %s: %s", declaration.name(), configuration, refusal)
          .isEqualTo(refusal.isEmpty());
      accepted += refusal.isEmpty() ? 1 : 0;
    }
    assertThat(accepted).as("accepted").isPositive();
  }

  static Stream<ListedCodec> byteCodecs() {
    return codecs().filter(codec -> codec.kind() == CodecKind.BYTES_TO_BYTES);
  }

  /** What only code finds wrong is said by the parameters that it is about. */
  @ParameterizedTest
  @MethodSource("byteCodecs")
  void whatTheSchemaAcceptsIsMade(ListedCodec codec) {
    CodecDeclaration declaration = codec.declaration();
    JsonSchemaChecker checker = JsonSchemaChecker.of(declaration.jsonSchema());
    var factory = (BytesToBytesCodecFactory) Pipelines.CODECS.find(declaration.name());
    List<String> refused = new ArrayList<>();
    for (JsonObject configuration : configurations(declaration)) {
      if (checker.check(configuration).isEmpty()) {
        CodecSpec spec = new CodecSpec(declaration.name(), configuration);
        try {
          assertThat(factory.create(CodecConfiguration.of(declaration, spec, 4))).isNotNull();
        } catch (UnsupportedException e) {
          assertThat(e).hasMessageContaining("snappy");
        } catch (IllegalArgumentException e) {
          refused.add(String.valueOf(e.getMessage()));
        }
      }
    }

    if (declaration.name().equals("numcodecs.lzma")) {
      assertThat(refused).allMatch(message -> message.contains("\"format\" "));
    } else {
      assertThat(refused).isEmpty();
    }
  }

  private static Optional<String> refusal(CodecDeclaration declaration, JsonObject configuration) {
    try {
      CodecConfiguration.of(declaration, new CodecSpec(declaration.name(), configuration), 4);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What a codec takes at least, with each parameter left out, added, and set to each value. */
  private static List<JsonObject> configurations(CodecDeclaration declaration) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject least : least(declaration)) {
      all.add(least);
      all.add(least.with("unknown", JsonValue.of(1)));
      for (Field field : fields(declaration)) {
        all.add(least.without(field.name()));
        VALUES.elements().forEach(value -> all.add(least.with(field.name(), value)));
      }
    }
    return all;
  }

  private static List<JsonObject> least(CodecDeclaration declaration) {
    if (declaration.parameters() instanceof ValueSchema.Obj object) {
      return List.of(filled(JsonObject.empty(), declaration, object.fields()));
    }
    ValueChoice choice = (ValueChoice) declaration.parameters();
    return choice.cases().entrySet().stream()
        .map(
            one ->
                filled(
                    JsonObject.of(choice.by().name(), JsonValue.of(one.getKey())),
                    declaration,
                    one.getValue().fields()))
        .toList();
  }

  /** Sets what is required to the first value of which nobody complains. */
  private static JsonObject filled(
      JsonObject start, CodecDeclaration declaration, List<Field> fields) {
    JsonObject filled = start;
    for (Field field : fields) {
      if (field.presence().isPresent()) {
        for (JsonValue value : VALUES.elements()) {
          filled = filled.with(field.name(), value);
          String complaint = refusal(declaration, filled).orElse("");
          if (!complaint.contains("\"" + field.name() + "\"")) {
            break;
          }
        }
      }
    }
    return filled;
  }

  private static List<Field> fields(CodecDeclaration declaration) {
    if (declaration.parameters() instanceof ValueSchema.Obj object) {
      return object.fields();
    }
    ValueChoice choice = (ValueChoice) declaration.parameters();
    List<Field> all = new ArrayList<>(List.of(choice.by()));
    choice.cases().values().forEach(one -> all.addAll(one.fields()));
    return all;
  }
}
