package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents say of codecs whose parameters were left out, and readers need. */
class CompletedCodecsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'blosc','configuration':{'cname':'lz4','clevel':5,'shuffle':'bitshuffle'}}"
            + " | {'name':'blosc','configuration':{'cname':'lz4','clevel':5,"
            + "'shuffle':'bitshuffle','typesize':8,'blocksize':0}}",
        "{'name':'blosc','configuration':{'cname':'lz4','clevel':5,'shuffle':'noshuffle',"
            + "'blocksize':9}}"
            + " | {'name':'blosc','configuration':{'cname':'lz4','clevel':5,"
            + "'shuffle':'noshuffle','blocksize':9}}",
        "{'name':'blosc','configuration':{'typesize':2,'cname':'lz4','clevel':5,"
            + "'shuffle':'shuffle','blocksize':0}}"
            + " | {'name':'blosc','configuration':{'typesize':2,'cname':'lz4','clevel':5,"
            + "'shuffle':'shuffle','blocksize':0}}",
        "{'name':'numcodecs.shuffle','configuration':{}}"
            + " | {'name':'numcodecs.shuffle','configuration':{'elementsize':8}}",
        "'crc32c' | {'name':'crc32c','configuration':{}}",
        "{'name':'numcodecs.blosc','configuration':{'numThreads':3}}"
            + " | {'name':'numcodecs.blosc','configuration':{}}"
      })
  void whatIsLackingIsAddedAndTheRestIsLeftAlone(String asked, String completed) {
    String bytes = "{'name':'bytes','configuration':{'endian':'little'}},";

    List<CodecSpec> specs =
        Pipelines.bind(CoreType.FLOAT64, Shape.of(4), "[" + bytes + asked + "]").specs();

    assertThat(specs).isEqualTo(Pipelines.specs("[" + bytes + completed + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'numcodecs.shuffle','configuration':{}}"
            + " | {'name':'numcodecs.shuffle','configuration':{'elementsize':8}}",
        "'crc32c' | 'crc32c'"
      })
  void codecsWithinShardsAreCompletedToo(String asked, String completed) {
    String shard =
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2],'codecs':["
            + "{'name':'bytes','configuration':{'endian':'little'}},CODEC],"
            + "'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}},CODEC]}}]";

    List<CodecSpec> specs =
        Pipelines.bind(CoreType.FLOAT64, Shape.of(4), shard.replace("CODEC", asked)).specs();

    assertThat(specs).isEqualTo(Pipelines.specs(shard.replace("CODEC", completed)));
  }
}
