package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import dev.espalier.model.schema.value.ValueWords;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.codec.ListedCodec;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the codecs that are known. */
@Command(
    name = "codecs",
    header = "Print the known codecs, or the parameters of one.",
    description =
        "A line each, with tabs between: name, what it takes and gives, what it does. Of one codec"
            + " also a line for each parameter.",
    footer = {
      "",
      "With --json: {\"name\", \"aliases\", \"kind\", \"description\", \"configuration\"},",
      "where configuration is the JSON Schema (2020-12) of the codec's configuration and",
      "kind is array_to_array, array_to_bytes or bytes_to_bytes.",
      "",
      "Example:",
      "  espalier codecs blosc"
    })
final class CodecsCommand extends Subcommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The codec; all where left out.")
  private @Nullable String name;

  CodecsCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    String wanted = name;
    CodecRegistry codecs = CodecRegistry.load();
    List<ListedCodec> listed =
        codecs.list().stream()
            .filter(codec -> wanted == null || isCalled(codec.declaration(), wanted))
            .toList();
    if (listed.isEmpty()) {
      throw new RequestException(
          "no codec is named \"" + wanted + "\"; there are " + String.join(", ", codecs.names()));
    }
    for (ListedCodec codec : listed) {
      if (json()) {
        print(document(codec));
      } else {
        terminal().print(line(codec));
        if (wanted != null) {
          details(codec.declaration());
        }
      }
    }
    return ExitCode.OK;
  }

  private static boolean isCalled(CodecDeclaration codec, String name) {
    return codec.name().equals(name) || codec.aliases().contains(name);
  }

  private static JsonObject document(ListedCodec codec) {
    CodecDeclaration declaration = codec.declaration();
    return JsonObject.builder()
        .put("name", declaration.name())
        .put("aliases", JsonArray.ofStrings(declaration.aliases()))
        .put("kind", codec.kind().name().toLowerCase(Locale.ROOT))
        .put("description", declaration.description())
        .put("configuration", declaration.jsonSchema())
        .build();
  }

  private static String line(ListedCodec codec) {
    CodecDeclaration declaration = codec.declaration();
    return String.join(
        "\t", declaration.name(), codec.kind().toString(), declaration.description());
  }

  private void details(CodecDeclaration codec) {
    if (!codec.aliases().isEmpty()) {
      terminal().print("  also called " + String.join(", ", codec.aliases()));
    }
    if (codec.parameters() instanceof ValueSchema.Obj object) {
      parameters(object.fields());
    } else {
      ValueChoice choice = (ValueChoice) codec.parameters();
      parameters(List.of(choice.decisive()));
      choice
          .cases()
          .forEach(
              (text, object) -> {
                terminal().print("  with " + choice.by().name() + " " + text + ":");
                parameters(object.fields());
              });
    }
  }

  private void parameters(List<Field> fields) {
    for (Field field : fields) {
      String usual =
          field
              .absent()
              .map(value -> "; " + value + " where it is left out")
              .orElse(field.presence().isPresent() ? "; required" : "");
      terminal()
          .print(
              String.join(
                  "\t",
                  "  " + field.name(),
                  ValueWords.describe(field.value()) + usual,
                  field.text()));
    }
  }
}
