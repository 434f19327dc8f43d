package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written before a name or a rule was settled is read, and written as it is now. */
class DraftSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'int16' | 0 | [{'name':'endian','configuration':{'endian':'big'}}] | [bytes{'endian':'big'}]",
        "'uint8' | 0 | ['endian'] | [bytes]",
        "{'name':'fixed_length_utf32','configuration':{'length_bytes':8}} | '' | [{'name':'bytes'}] | [bytes{'endian':'little'}]",
        "{'name':'structured','configuration':{'fields':[['a','int32']]}} | 'AAAAAA==' | [{'name':'bytes'}] | [bytes{'endian':'little'}]",
        "{'name':'null_terminated_bytes','configuration':{'length_bytes':3}} | '' | [{'name':'bytes'}] | [bytes]"
      })
  void chainsAreReadAsWhatTheyMean(String type, String fill, String codecs, String chain) {
    ArraySpec array =
        (ArraySpec)
            ZarrDocument.parse(
                Documents.array(json(type), json(fill)).with("codecs", json(codecs)));

    assertThat(array.layout().codecs().orElseThrow()).hasToString(chain.replace('\'', '"'));
    assertThat(ZarrDocument.parse(ZarrDocument.render(array))).isEqualTo(array);
  }

  /** Also where the layout does not spell shards: with the index in front, or nested. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'bytes'} | {'name':'bytes','configuration':{'endian':'little'}}",
        "'bytes' | {'name':'bytes','configuration':{'endian':'little'}}",
        "{'name':'sharding_indexed','configuration':{'chunk_shape':[1,3],'codecs':['bytes'],'index_codecs':[]}} | {'name':'sharding_indexed','configuration':{'chunk_shape':[1,3],'codecs':[{'name':'bytes','configuration':{'endian':'little'}}],'index_codecs':[]}}"
      })
  void theByteOrderThatIsMissingWithinShardsIsAdded(String inner, String completed) {
    JsonObject sharding =
        Documents.sharding()
            .with("codecs", JsonArray.of(json(inner)))
            .with("index_location", JsonValue.of("start"));
    JsonObject document =
        Documents.sharded(sharding)
            .with(
                "data_type",
                json("{'name':'structured','configuration':{'fields':[['a','int32']]}}"))
            .with("fill_value", JsonValue.of("AAAAAA=="));

    ArraySpec array = (ArraySpec) ZarrDocument.parse(document);

    assertThat(array.layout().codecs().orElseThrow().get(0).configuration())
        .isEqualTo(sharding.with("codecs", JsonArray.of(json(completed))));
  }

  private static JsonValue json(String text) {
    return JsonReader.parse(text.replace('\'', '"'));
  }
}
