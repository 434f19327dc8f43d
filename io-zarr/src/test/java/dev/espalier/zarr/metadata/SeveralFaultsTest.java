package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault of a document is told, and none of them twice. */
class SeveralFaultsTest {
  @Test
  void everyMemberThatIsWrongIsNamed() {
    JsonObject document =
        Documents.array()
            .with("chunk_grid", JsonValue.of("regular"))
            .with("chunk_key_encoding", JsonValue.of("morton"))
            .with("fill_value", JsonValue.of(70_000))
            .with("codecs", JsonArray.of())
            .with("dimension_names", JsonArray.of(JsonValue.of("y")))
            .with("attributes", JsonArray.of())
            .with("mine", JsonValue.of(1))
            .with("theirs", JsonObject.of("name", JsonValue.of("x")));

    assertThat(faults(ZarrDocument.parse(document)))
        .containsExactly(
            "INVALID /fill_value",
            "INVALID /chunk_grid",
            "UNSUPPORTED /chunk_key_encoding",
            "INVALID /codecs",
            "INVALID /dimension_names",
            "INVALID /attributes",
            "INVALID /mine",
            "UNSUPPORTED /theirs");
  }

  @Test
  void whatFollowsFromAFaultIsNotToldAsAnother() {
    JsonObject document =
        Documents.array()
            .with("shape", JsonValue.of(4))
            .with("data_type", JsonValue.of(16))
            .with("fill_value", JsonValue.of("?"))
            .with("dimension_names", JsonArray.of(JsonValue.of("y")));

    assertThat(faults(ZarrDocument.parse(document)))
        .containsExactly("INVALID /shape", "INVALID /data_type");
  }

  @Test
  void aGroupTellsOfItsAttributesAndOfEveryMemberThatIsNotKnown() {
    JsonObject document =
        Documents.group()
            .with("attributes", JsonValue.of(1))
            .with("shape", JsonArray.of())
            .with("mine", JsonValue.of(1));

    assertThat(faults(ZarrDocument.parse(document)))
        .containsExactly("INVALID /attributes", "INVALID /shape", "INVALID /mine");
  }

  @Test
  void aDocumentOfZarr2TellsAllAsWell() {
    JsonObject document =
        Documents.object(
            """
            {"zarr_format": 2, "shape": [4, 6], "chunks": [2], "dtype": "<i2", "fill_value": "x",
             "order": "C", "filters": null, "compressor": null, "dimension_separator": "-"}
            """);

    assertThat(faults(Zarr2Document.parseArray(document, JsonObject.empty())))
        .containsExactly("INVALID /fill_value", "INVALID /chunks", "INVALID /dimension_separator");
  }

  private static List<String> faults(NodeSpec node) {
    return ((UnreadableSpec) node)
        .faults().stream().map(fault -> fault.problem() + " " + fault.pointer()).toList();
  }
}
