package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.zarr.codec.CodecRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecsCommandTest {
  @Test
  void eachCodecHasALine() {
    List<String> lines = Cli.succeed("codecs").out().lines().toList();

    assertThat(lines)
        .hasSize(CodecRegistry.load().list().size())
        .contains(
            "crc32c\tbytes -> bytes\tThe bytes, followed by their CRC-32C.",
            "transpose\tarray -> array\tThe dimensions in another order.",
            "vlen-utf8\tarray -> bytes\tTexts in UTF-8, each after the number of its bytes.");
  }

  @Test
  void oneCodecTellsItsParameters() {
    assertThat(Cli.succeed("codecs", "zstd").out())
        .isEqualTo(
            """
            zstd\tbytes -> bytes\tFrames of Zstandard, RFC 8878.
              level\tan integer from -131072 to 22; required\thow hard to compress; 0 stands for 3
              checksum\ttrue or false; false where it is left out\twhether a frame carries a \
            checksum of its content
            """);
  }

  @Test
  void theDocumentOfACodecHoldsTheSchemaOfItsConfiguration() {
    JsonObject gzip = Cli.succeed("codecs", "--json", "gzip").document();

    assertThat(gzip)
        .isEqualTo(
            JsonReader.parse(
                """
                {"name": "gzip", "aliases": [], "kind": "bytes_to_bytes",
                 "description": "Files of gzip, RFC 1952.",
                 "configuration": {
                   "$schema": "https://json-schema.org/draft/2020-12/schema",
                   "title": "gzip", "description": "Files of gzip, RFC 1952.", "type": "object",
                   "properties": {"level": {"type": "integer", "minimum": 0, "maximum": 9,
                                            "description": "how hard to compress"}},
                   "required": ["level"], "additionalProperties": false}}
                """));
  }

  @Test
  void everyDocumentHoldsASchema() {
    List<JsonObject> documents = Cli.succeed("codecs", "--json").documents();

    assertThat(documents).hasSize(CodecRegistry.load().list().size());
    for (JsonObject document : documents) {
      assertThat(document.members().keySet())
          .containsExactly("name", "aliases", "kind", "description", "configuration");
      JsonValue schema = document.get("configuration").orElseThrow();
      assertThat(JsonSchemaChecker.ofSchemas().check(schema)).as("%s", document).isEmpty();
    }
  }

  @Test
  void aNameThatIsNotKnownIsAWrongRequest() {
    Cli.Outcome outcome = Cli.run("codecs", "zfp");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "espalier: no codec is named \"zfp\"; there are "
                + String.join(", ", CodecRegistry.load().names())
                + "\n");
  }
}
